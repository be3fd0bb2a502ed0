using RetroBot.Core;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Privacy;

/// <summary>Round keys on their way into storage and out of it.</summary>
internal sealed class RoundKeys(KeyWrapping wrapping)
{
    public Task<WrappedKey> WrapAsync(RoundKey key, CancellationToken ct) => wrapping.WrapAsync(ContextOf(key.Round), key.Secret, ct);

    /// <exception cref="MasterKeyException">The round's master key is not to be had, or the round's key was tampered with.</exception>
    public async Task<RoundKey> UnwrapAsync(RoundId round, WrappedKey wrapped, CancellationToken ct) =>
        new(round, await wrapping.UnwrapAsync(ContextOf(round), wrapped, ct));

    private static string ContextOf(RoundId round) => $"round|{round.Team.Tenant}|{round.Team}|{round.Name}";
}
