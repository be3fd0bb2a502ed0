using RetroBot.Core.People;

namespace RetroBot.Host.Rounds;

/// <summary>Who brought RetroBot to a team.</summary>
/// <param name="Name">Null where the channel did not say.</param>
internal sealed record Installer(UserId User, string? Name);
