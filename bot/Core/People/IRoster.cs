using RetroBot.Core.Rounds;

namespace RetroBot.Core.People;

/// <summary>Who belongs to a team now, read from the channel in pages. Bots and guests without an Entra id are left out.</summary>
public interface IRoster
{
    /// <exception cref="ChannelUnavailableException">The channel did not give it, or not to its end.</exception>
    IAsyncEnumerable<Member> OfAsync(Team team, CancellationToken ct);
}
