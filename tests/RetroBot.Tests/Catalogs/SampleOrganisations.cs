using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Digests;

namespace RetroBot.Tests.Catalogs;

/// <summary>Closed rounds of some teams in the last quarter of 2026, each with the digest that its team read.</summary>
internal static class SampleOrganisations
{
    public static Gen<List<Round>> Any { get; } = OfAtMost(teams: 6, weeks: 5);

    public static Gen<List<Round>> OfAtMost(int teams, int weeks) =>
        from size in Gen.Choose(1, teams)
        from those in Gen.ListOf(AnyTeam(weeks), size)
        select those.SelectMany((team, number) => Rounds($"{number}", team.Threshold, team.Weeks)).ToList();

    /// <summary>What a team of 10 to 30 answers, of whom up to two change their answers from one week to the next.</summary>
    public static Gen<List<List<Answer>>> Steady(int weeks) =>
        from first in SampleRounds.OfSize(10, 30)
        from changes in Gen.ListOf(Gen.ListOf(SampleRounds.AnyAnswer, 2), weeks)
        select changes.Select((others, week) => week % 3 == 0 ? first : [.. others, .. first.Skip(others.Count)]).ToList();

    private static Gen<(Threshold Threshold, List<List<Answer>> Weeks)> AnyTeam(int mostWeeks) =>
        from threshold in SampleRounds.Threshold
        from most in Gen.Elements(4, 9, 30, 60)
        from weeks in Gen.Choose(1, mostWeeks)
        from answers in Gen.ListOf(SampleRounds.OfSize(0, most), weeks)
        select (threshold, answers.ToList());

    /// <param name="weeks">What a team answered, week by week from 2026-W47; every round asks how obliged people feel.</param>
    public static IEnumerable<Round> Rounds(string team, Threshold threshold, IEnumerable<IEnumerable<Answer>> weeks)
    {
        List<Round> earlier = [];
        foreach (var (week, answers) in weeks.Index())
        {
            var round = SampleRounds.Round(threshold, asksObligation: true, week);
            var closed = (round with { Id = round.Id with { Team = new TeamId(new TenantId("tenant"), team) } }).ClosedWith(Tally.Of(answers), earlier);
            earlier.Add(closed);
            yield return closed;
        }
    }
}
