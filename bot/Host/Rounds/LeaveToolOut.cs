using NodaTime;
using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.Rounds;
using RetroBot.Host.CaseStudies;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Host.Rounds;

/// <summary>Leaves a tool out from the next round on, or gives the form back with what is wrong. A round that is open keeps the tools it opened with.</summary>
internal sealed class LeaveToolOut(LeadDesk desk, ToolsDesk tools, TeamMembers members) : ICardAction
{
    public string Verb => ToolsCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) => desk.ForLeadAsync(turn, async team =>
    {
        var context = tools.ContextOf(team.Value);
        return ToolsCard.Parse(data, context) switch
        {
            ToolsSubmission.Incomplete(var entries) => new ToolsCard(context, entries),
            ToolsSubmission.Complete(var leftOut) => await SaveAsync(team, context, leftOut, data, ct),
            var other => throw new InvalidOperationException($"No rule for {other.GetType().Name}."),
        };
    }, ct);

    private async Task<Card> SaveAsync(Versioned<Team> team, ToolsContext context, ToolLeftOut leftOut, CardData data, CancellationToken ct)
    {
        // The whole channel reads the card.
        var reason = leftOut.Reason is { } typed ? Redactor.RedactLine(typed, TeamMembers.TermsOf(team.Value, await members.OfAsync(team.Value, ct))).Text : null;
        if (reason is not null && (reason.Length > ToolOptOut.LongestReason || !reason.Any(char.IsLetterOrDigit))) return new ToolsCard(context, ToolsCard.RefuseReason(data));

        var optOut = new ToolOptOut(leftOut.Tool, OptOutTerms.Of(leftOut.Ground), reason, LocalDate.FromDateOnly(leftOut.Review));
        // Setup may have taken the tool off the list meanwhile.
        return await tools.SaveAsync(team, now => now.Settings.Tools.Contains(optOut.Tool, StringComparer.Ordinal) ? now.With(optOut) : now, ct) is { } saved ? saved : new NotLeadCard();
    }
}
