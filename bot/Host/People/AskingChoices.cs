using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.People;
using RetroBot.Core.People;

namespace RetroBot.Host.People;

/// <summary>Whether a person wants to be asked: the one place that changes it, for buttons and commands alike.</summary>
internal sealed class AskingChoices(IPreferenceStore preferences, TimeProvider time)
{
    private static readonly Duration PauseLength = Duration.FromDays(28);

    public async Task<Card> PauseAsync(Turn turn, CancellationToken ct)
    {
        var until = time.GetUtcNow().ToInstant() + PauseLength;
        await preferences.SaveAsync(turn.Tenant, turn.User, Preferences.Default with { PausedUntil = until }, ct);
        return new PausedCard(until.InUtc().Date.ToDateOnly());
    }

    public async Task<Card> StopAsync(Turn turn, CancellationToken ct)
    {
        await preferences.SaveAsync(turn.Tenant, turn.User, Preferences.Default with { Stopped = true }, ct);
        return new StoppedCard();
    }

    public async Task<Card> StartAsync(Turn turn, CancellationToken ct)
    {
        await preferences.SaveAsync(turn.Tenant, turn.User, Preferences.Default, ct);
        return new StartedCard();
    }
}
