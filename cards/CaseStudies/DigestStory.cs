using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A case study as a digest shows it.</summary>
/// <param name="Signature">The author's name; null where it is not signed.</param>
/// <param name="Level">It says no more than the bands beside it.</param>
/// <param name="Worked">For how many others it worked, as of the last close; null below the threshold.</param>
/// <param name="DidNotWork">For how many it did not.</param>
/// <param name="TakesVotes">False once voting has ended.</param>
public sealed record DigestStory(string Id, WrittenStory Story, string? Signature, VerificationLevel Level, DigestCard.Band? Worked, DigestCard.Band? DidNotWork, bool TakesVotes);
