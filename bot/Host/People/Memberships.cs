namespace RetroBot.Host.People;

/// <param name="AreComplete">Whether Teams told of every team; where it did not, one may be missing.</param>
internal sealed record Memberships(IReadOnlyList<Membership> All, bool AreComplete);
