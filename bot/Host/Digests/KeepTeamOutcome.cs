using System.Security.Cryptography;
using RetroBot.Cards;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Digests;

/// <summary>A lead gives the outcome that the team tracks. It waits with the team for the next digest; given again, it takes the place of what was given before.</summary>
internal sealed class KeepTeamOutcome(LeadDesk desk, ITeamStore teams) : ICardAction
{
    public string Verb => TeamOutcomeCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team => TeamOutcomeCard.Parse(data) switch
    {
        TeamOutcomeSubmission.Incomplete(var entries) => new TeamOutcomeCard(OutcomeTerms.ContextOf(team.Value), entries),
        TeamOutcomeSubmission.Complete(var tracked) => await KeepAsync(tracked, team, ct),
        var other => throw new InvalidOperationException($"No rule for {other.GetType().Name}."),
    }, ct);

    private async Task<Card> KeepAsync(TrackedValue tracked, Versioned<Team> team, CancellationToken ct)
    {
        var outcome = new TeamOutcome(RandomNumberGenerator.GetHexString(32, lowercase: true), OutcomeTerms.Of(tracked.Metric), tracked.Value);
        return await teams.ChangeAsync(team, known => known with { Outcome = known.Outcome with { Waiting = outcome } }, ct) is { } kept
            ? new TeamOutcomeKeptCard(OutcomeTerms.Of(TwoNumbers.Alone(outcome, kept.Outcome.Shown)))
            : new NotLeadCard();
    }
}
