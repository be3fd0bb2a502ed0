using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;
using RetroBot.Core.People;

namespace RetroBot.Host.People;

/// <summary>Tells somebody whether they are asked, by which teams, and when.</summary>
internal sealed class MyStatusCommand(IPreferenceStore preferences, TeamsOfPerson teams, Outlooks outlooks, TimeProvider time) : ICommand
{
    public Command Name => Command.Status;

    public bool InChannel => false;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        var said = await preferences.OfAsync(turn.Tenant, turn.User, ct);
        var memberships = await teams.FindAsync(turn.Tenant, turn.User, ct);
        return said switch
        {
            { Stopped: true } => await ShowAsync(new AskedState.Stopped(), now),
            // A round that opens in the very moment in which the pause ends is sent.
            { PausedUntil: { } until } when until > now => await ShowAsync(new AskedState.Paused(AskingChoices.DayOf(until)), until - Duration.Epsilon),
            _ => await ShowAsync(new AskedState.Asked(), now),
        };

        async Task<Card> ShowAsync(AskedState state, Instant from) => new MyStatusCard(state, await outlooks.OfAsync(memberships, from, ct));
    }
}
