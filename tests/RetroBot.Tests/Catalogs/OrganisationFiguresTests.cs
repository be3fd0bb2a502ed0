using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Digests;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Catalogs;

/// <summary>Attacks A8 and A9: an organisation's figures, minus the teams whose digests somebody reads; and the same figures at another time.</summary>
public sealed class OrganisationFiguresTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);
    private static readonly Quarter Autumn = new(2026, 4);

    private static readonly IReadOnlyList<Parting>[] Questions =
    [
        Ways([.. Splits.Outcomes, Splits.HelpedOrNot], tally => tally.Outcomes),
        Ways(Splits.Times, tally => tally.Times),
        Ways([Splits.GainedOrNot], tally => tally.Times),
        Ways(Splits.Confidences, tally => tally.Confidences),
        .. Enum.GetValues<Change>().Select(change => new[] { Parting.Of(change, apart: true) }),
        .. Enum.GetValues<Change>().Select(change => new[] { Parting.Of(change, apart: false) }),
    ];

    [Fact]
    public void Whatever_teams_are_subtracted_what_is_left_is_large_parts_only_or_nothing() => Prop.ForAll(SampleOrganisations.Any.ToArbitrary(), rounds =>
    {
        var teams = TeamQuarter.All(Autumn, rounds);
        foreach (var question in Questions) AssertSafe(Inclusion.Of(teams, question, threshold => threshold), threshold => threshold);
        AssertSafe(Inclusion.Of(teams, Ways(Splits.Obligations, tally => tally.Obligations), threshold => threshold.ForObligation()), threshold => threshold.ForObligation());
    }).Check(Thousand);

    [Fact]
    public void The_order_of_rounds_and_teams_changes_nothing() => Prop.ForAll(
        (from rounds in SampleOrganisations.Any from shuffled in Gen.Shuffle(rounds.ToArray()) select (rounds, shuffled)).ToArbitrary(),
        of => OrganisationFigures.Of(Autumn, of.rounds).Equals(OrganisationFigures.Of(Autumn, of.shuffled))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Figures_that_were_made_do_not_change_when_a_round_arrives_late()
    {
        List<Round> rounds = [.. Team("a"), .. Team("b")];
        var figures = OrganisationFigures.Of(Autumn, rounds);
        var stored = JsonSerializer.Serialize(figures);

        rounds.AddRange(Team("c", helped: 40));

        Assert.Equal(stored, JsonSerializer.Serialize(figures));
        Assert.Equal(JsonSerializer.Deserialize<OrganisationFigures>(stored), figures);
        Assert.NotEqual(OrganisationFigures.Of(Autumn, rounds), figures);
    }

    [Fact]
    public void Every_share_is_of_all_answers_that_are_counted()
    {
        var figures = OrganisationFigures.Of(Autumn, [.. Team("a", helped: 10, not: 10), .. Team("b", helped: 30, not: 10)]);

        Assert.Equal(
            new OrganisationFigure(DigestQuestion.Outcome, [new("outcome.helped", 70), new("outcome.notHelped", 30)], new GroupBand(2, 4), new GroupBand(50, null), LeftOut.Nobody),
            figures.Figures[0]);
        Assert.Equal(["outcome.helped", "changes.lessTedious"], figures.Figures.SelectMany(figure => figure.Shares?.Take(1) ?? []).Select(share => share.Key));
    }

    [Fact]
    public void One_team_alone_says_nothing() =>
        Assert.All(OrganisationFigures.Of(Autumn, Team("a")).Figures, figure => Assert.Equal(new OrganisationFigure(figure.Question, Shares: null, Teams: null, Answers: null, LeftOut.AllTeams), figure));

    [Fact]
    public void One_team_that_can_be_counted_beside_one_that_cannot_says_nothing() =>
        Assert.All(OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b", helped: 3, not: 0)]).Figures, figure => Assert.Null(figure.Shares));

    [Fact]
    public void Small_teams_are_counted_together()
    {
        var figures = OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b", helped: 2, not: 2), .. Team("c", helped: 2, not: 2), .. Team("d", helped: 1, not: 1)]);

        Assert.Equal((LeftOut.Nobody, new GroupBand(2, 4)), (figures.Figures[0].LeftOut, figures.Figures[0].Teams));
    }

    [Fact]
    public void Small_teams_that_are_too_few_together_are_left_out()
    {
        List<Round> large = [.. Team("a"), .. Team("b")];

        var figures = OrganisationFigures.Of(Autumn, [.. large, .. Team("c", helped: 2, not: 2), .. Team("d", helped: 2, not: 2)]);

        Assert.Equal(LeftOut.SomeTeams, figures.Figures[0].LeftOut);
        Assert.Equal(OrganisationFigures.Of(Autumn, large).Figures[0] with { LeftOut = LeftOut.SomeTeams }, figures.Figures[0]);
    }

    [Fact]
    public void A_team_whose_digests_show_something_is_not_counted_among_the_small_ones()
    {
        // Team c read how many were helped: what it did can be subtracted, and would leave the few of team d.
        List<Round> rounds = [.. Times("a", gained: 8, not: 8), .. Times("b", gained: 8, not: 8), .. Times("c", gained: 3, not: 13), .. Times("d", gained: 2, not: 2)];

        var inclusion = Inclusion.Of(TeamQuarter.All(Autumn, rounds), Ways([Splits.GainedOrNot], tally => tally.Times), threshold => threshold);

        Assert.Equal(["a", "b"], inclusion!.Teams.Select(team => team.Rounds[0].Id.Team.Value));

        static IEnumerable<Round> Times(string team, int gained, int not) => SampleOrganisations.Rounds(team, SampleRounds.Five,
            [[.. gained.Times(() => SampleRounds.Helped(TimeBand.OneToFourHours)), .. (not / 2).Times(() => SampleRounds.Helped(TimeBand.LostTime)), .. (not - (not / 2)).Times(() => SampleRounds.Gave(Outcome.NotRelevant))]]);
    }

    [Fact]
    public void A_coarser_way_to_count_goes_before_leaving_a_team_out()
    {
        Answer[] fine = [.. Enum.GetValues<Outcome>().SelectMany(outcome => 6.Times(() => SampleRounds.Gave(outcome)))];

        var figures = OrganisationFigures.Of(Autumn, [.. SampleOrganisations.Rounds("a", SampleRounds.Five, [fine]), .. SampleOrganisations.Rounds("b", SampleRounds.Five, [fine]), .. Team("c")]);

        Assert.Equal((LeftOut.Nobody, 2), (figures.Figures[0].LeftOut, figures.Figures[0].Shares!.Count));
    }

    [Fact]
    public void One_person_who_answers_alike_for_five_weeks_is_not_five_people()
    {
        var weeks = Enumerable.Repeat<IEnumerable<Answer>>([.. 9.Times(() => SampleRounds.Helped()), SampleRounds.Gave(Outcome.CostTime)], 5);

        Assert.All(OrganisationFigures.Of(Autumn, [.. SampleOrganisations.Rounds("a", SampleRounds.Five, weeks), .. SampleOrganisations.Rounds("b", SampleRounds.Five, weeks)]).Figures, figure => Assert.Null(figure.Shares));
    }

    [Fact]
    public void A_team_that_asks_for_a_threshold_of_100_silences_itself_and_nobody_else()
    {
        var figures = OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b"), .. SampleOrganisations.Rounds("c", new Threshold(100), [[.. 30.Times(() => SampleRounds.Helped())]])]);

        Assert.Equal(LeftOut.SomeTeams, figures.Figures[0].LeftOut);
    }

    [Fact]
    public void Rounds_of_another_quarter_and_those_whose_counts_are_gone_are_not_counted() =>
        Assert.Equal(
            OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b")]),
            OrganisationFigures.Of(Autumn, [
                .. Team("a"), .. Team("b"), .. Team("c").Select(round => round.WithoutCounts()), .. Team("d").Select(round => round with { Id = round.Id with { Name = new RoundName(2026, 39) } }),
            ]));

    [Fact]
    public void Figures_are_the_same_after_a_trip_through_json() => Prop.ForAll(SampleOrganisations.Any.ToArbitrary(), rounds =>
        OrganisationFigures.Of(Autumn, rounds) is var figures && figures.Equals(JsonSerializer.Deserialize<OrganisationFigures>(JsonSerializer.Serialize(figures)))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Shares_are_tenths_that_add_up_to_a_hundred_and_those_who_did_not_use_it_are_apart_everywhere_or_nowhere() => Prop.ForAll(SampleOrganisations.Any.ToArbitrary(), rounds =>
    {
        var shown = OrganisationFigures.Of(Autumn, rounds).Figures.Where(figure => figure.Shares is not null).ToList();
        Assert.All(shown.Where(figure => figure.Question != DigestQuestion.Changes), figure => Assert.Equal(100, figure.Shares!.Sum(share => share.Percent)));
        Assert.All(shown.SelectMany(figure => figure.Shares!), share => Assert.True(share.Percent is >= 0 and <= 100 && share.Percent % 10 == 0));
        var keys = shown.SelectMany(figure => figure.Shares!).Select(share => share.Key).ToHashSet(StringComparer.Ordinal);
        Assert.False(keys.Overlaps(["outcome.noGain", "outcome.noDifference"]) && keys.Overlaps(["time.others", "confidence.others"]));
        Assert.False(keys.Contains("outcome.notHelped") && keys.Overlaps(["time.notAsked", "confidence.notAsked"]));
    }).Check(Thousand);

    /// <summary>Takes away every choice of teams that can be read, and counts what is left anew.</summary>
    private static void AssertSafe(Inclusion? included, Func<Threshold, Threshold> needed)
    {
        if (included is null) return;
        var (visible, hidden) = (included.Teams.Where(team => team.IsVisible).ToList(), included.Teams.Where(team => !team.IsVisible));
        for (var choice = 0; choice < 1 << visible.Count; choice++)
        {
            List<TeamQuarter> left = [.. visible.Where((_, index) => (choice & (1 << index)) != 0), .. hidden];
            if (left.Count == 0) continue;
            var least = needed(new Threshold(left.SelectMany(team => team.Rounds).Max(round => round.Threshold.Answers))).Answers;
            for (var part = 0; part < included.Parting.Count(left[0].Rounds[0].Tally!).Count; part++)
            {
                var people = left.Sum(team => team.Rounds.Max(round => included.Parting.Count(round.Tally!)[part]));
                Assert.True(people >= least, $"{people} people in part {part} of {string.Join('/', included.Parting.Keys)}");
            }
        }
    }

    private static IEnumerable<Round> Team(string name, int helped = 8, int not = 8) =>
        SampleOrganisations.Rounds(name, SampleRounds.Five, [[.. helped.Times(() => SampleRounds.Helped()), .. not.Times(() => SampleRounds.Gave(Outcome.NotRelevant))]]);

    private static IReadOnlyList<Parting> Ways<TOption>(IReadOnlyList<Split<TOption>> splits, Func<Tally, IReadOnlyDictionary<TOption, int>> question)
        where TOption : struct, Enum =>
        [.. splits.Select(split => Parting.Of(split, question))];
}
