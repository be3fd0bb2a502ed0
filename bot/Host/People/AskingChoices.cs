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

    /// <summary>Where a day begins first: a round on the promised day is sent, whatever the team's zone, and whatever the minute of the press.</summary>
    private static readonly Offset EarliestZone = Offset.FromHours(14);

    public async Task<Card> PauseAsync(Turn turn, Ticket? ticket, CancellationToken ct)
    {
        var day = (time.GetUtcNow().ToInstant() + PauseLength).InUtc().Date;
        var until = day.AtMidnight().WithOffset(EarliestZone).ToInstant();
        await preferences.ChangeAsync(turn.Tenant, turn.User, said => said with { PausedUntil = until, Stopped = false }, ct);
        return new PausedCard(day.ToDateOnly(), ticket);
    }

    /// <summary>The day that was promised when the pause was chosen.</summary>
    public static DateOnly DayOf(Instant pausedUntil) => pausedUntil.WithOffset(EarliestZone).Date.ToDateOnly();

    public async Task<Card> StopAsync(Turn turn, Ticket? ticket, CancellationToken ct)
    {
        await preferences.ChangeAsync(turn.Tenant, turn.User, said => said with { PausedUntil = null, Stopped = true }, ct);
        return new StoppedCard(ticket);
    }

    public async Task<Card> StartAsync(Turn turn, Ticket? ticket, CancellationToken ct)
    {
        await preferences.ChangeAsync(turn.Tenant, turn.User, said => said.AskedAgain(), ct);
        return new StartedCard(ticket);
    }
}
