using NodaTime.Extensions;
using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Saves what a lead set, or gives the form back with what is wrong.</summary>
internal sealed class SaveSetup(LeadDesk desk, SetupForm form, ITeamStore teams, IRoundStore rounds, Alarm alarm, TimeProvider time) : ICardAction
{
    public string Verb => SetupCard.Verb;

    public Task<Card> HandleAsync(Turn turn, CardData data, CancellationToken ct) =>
        desk.ForSetupAsync(turn, async team =>
        {
            var context = await form.ContextAsync(turn, team.Value, ct);
            var current = SetupForm.Current(team.Value);
            return SetupCard.Parse(data, context, current) switch
            {
                SetupSubmission.Incomplete(var entries) => new SetupCard(context, current, entries),
                SetupSubmission.Complete(var setup) => await SaveAsync(turn, context, setup with { Tools = Readable(setup.Tools) }, team, ct),
                var other => throw new InvalidOperationException($"No rule for {other.GetType().Name}."),
            };
        }, ct);

    private async Task<Card> SaveAsync(Turn turn, SetupContext context, Setup setup, Versioned<Team> team, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToInstant();
        if (await teams.ChangeAsync(team, known => SetupForm.Apply(setup, known, turn.User, now), ct) is not { } changed) return new NotLeadCard();
        alarm.Ring();
        var latest = await rounds.LatestAsync(changed, ct);
        var next = RoundPlan.NextOpening(changed, latest?.Value, now);
        var names = context.People.ToLookup(person => person.Id, person => person.Name, StringComparer.Ordinal);
        return new SetupSavedCard(context.Ticket, changed.Name, setup,
            [.. changed.Leads.Select(lead => lead == turn.User ? turn.UserName : names[lead.Value].FirstOrDefault() ?? lead.Value)],
            Moments.Of(next!.At, changed.Settings.Zone));
    }

    /// <summary>Names of tools stand on everybody's cards, where a mark that turns the direction of what follows would turn all of it.</summary>
    private static IReadOnlyList<string> Readable(IReadOnlyList<string> tools) =>
        [.. tools.Select(StoryText.Clean).Where(tool => tool.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
