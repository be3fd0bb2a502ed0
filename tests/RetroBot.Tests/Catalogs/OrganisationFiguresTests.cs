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

/// <summary>Attacks A8 and A9: an organisation's figures, minus the digests that somebody reads; and the same figures at another time.</summary>
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
    public void Whatever_digests_are_subtracted_what_is_left_is_large_parts_only_or_nothing() => Prop.ForAll(SampleOrganisations.Any.ToArbitrary(), rounds => EachInclusion(rounds, (included, needed) =>
    {
        // Of anything more that is left, each part is at least as large.
        foreach (var alone in included.Groups.Where(group => group.IsVisible)) AssertLarge([alone], included.Parting, needed);
        AssertLarge([.. included.Groups.Where(group => !group.IsVisible)], included.Parting, needed);
    })).Check(Thousand);

    [Fact]
    public void In_small_organisations_every_choice_of_digests_is_subtracted() => Prop.ForAll(SampleOrganisations.OfAtMost(teams: 3, weeks: 3).ToArbitrary(), rounds => EachInclusion(rounds, (included, needed) =>
    {
        var visible = included.Groups.Where(group => group.IsVisible).ToList();
        for (var choice = 0; choice < 1 << visible.Count; choice++)
            AssertLarge([.. visible.Where((_, index) => (choice & (1 << index)) != 0), .. included.Groups.Where(group => !group.IsVisible)], included.Parting, needed);
    })).Check(Thousand);

    [Fact]
    public void Fewer_people_than_the_threshold_change_nothing_whatever_they_answer() => Prop.ForAll(
        (from large in SampleOrganisations.Any
         from weeks in Gen.Choose(1, 3)
         from people in Gen.Choose(1, Threshold.Lowest - 1)
         from one in Gen.ListOf(SampleRounds.OfSize(people, people), weeks)
         from other in Gen.ListOf(SampleRounds.OfSize(people, people), weeks)
         select (Large: large.Where(RoundGroupIsVisible).ToList(), one, other)).ToArbitrary(),
        of => OrganisationFigures.Of(Autumn, [.. of.Large, .. SampleOrganisations.Rounds("few", SampleRounds.Five, of.one)])
            .Equals(OrganisationFigures.Of(Autumn, [.. of.Large, .. SampleOrganisations.Rounds("few", SampleRounds.Five, of.other)]))).Check(Thousand);

    [Fact]
    public void What_a_digest_keeps_back_the_figures_keep_back() => Prop.ForAll(
        (from team in SampleOrganisations.Steady(weeks: 9)
         from week in Gen.Choose(1, 8)
         from joiner in SampleRounds.AnyAnswer
         select (team, joined: team.Select((answers, number) => number == week ? [.. answers, joiner] : answers).ToList(), week)).ToArbitrary(),
        of =>
        {
            var (before, after) = (SampleOrganisations.Rounds("a", SampleRounds.Five, of.team).ToList(), SampleOrganisations.Rounds("a", SampleRounds.Five, of.joined).ToList());
            if (!before.Select(round => round.Digest).SequenceEqual(after.Select(round => round.Digest)) || !Stands(before[of.week])) return;
            foreach (var quarter in (Quarter[])[Autumn, new(2027, 1)])
                Assert.Equal(OrganisationFigures.Of(quarter, [.. before, .. Weeks("b")]), OrganisationFigures.Of(quarter, [.. after, .. Weeks("b")]));
        }).Check(Thousand);

    [Fact]
    public void A_joiner_whom_the_digest_keeps_back_is_in_the_figures_of_no_quarter()
    {
        List<Answer> ten = [.. 5.Times(() => SampleRounds.Helped()), .. 5.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];
        var alike = Enumerable.Repeat(ten, 9).ToList();
        var joined = alike.Select((answers, week) => week < 3 ? answers : [.. answers, .. 4.Times(() => SampleRounds.Helped())]).ToList();

        foreach (var quarter in (Quarter[])[Autumn, new(2027, 1)])
        {
            var figures = OrganisationFigures.Of(quarter, [.. SampleOrganisations.Rounds("a", SampleRounds.Five, joined), .. Weeks("b")]);
            Assert.Equal(OrganisationFigures.Of(quarter, [.. SampleOrganisations.Rounds("a", SampleRounds.Five, alike), .. Weeks("b")]), figures);
            Assert.NotNull(figures.Figures[0].Shares);
        }
    }

    [Fact]
    public void A_week_of_which_the_digest_shows_nothing_cannot_be_subtracted_out_of_its_team()
    {
        // Of both weeks together each part is large; whoever takes away the digest of the first would be left with the few of the second.
        var weeks = SampleOrganisations.Rounds("a", SampleRounds.Five, [[.. 8.Times(() => SampleRounds.Helped()), .. 8.Times(() => SampleRounds.Gave(Outcome.NotRelevant))], [.. 3.Times(() => SampleRounds.Helped())]]);

        var figures = OrganisationFigures.Of(Autumn, [.. weeks, .. Team("b")]);

        Assert.Equal(OrganisationFigures.Of(Autumn, [.. weeks.Take(1), .. Team("b")]).Figures[0] with { LeftOut = LeftOut.SomeRounds }, figures.Figures[0]);
    }

    [Fact]
    public void Every_round_belongs_to_one_quarter_and_none_to_two()
    {
        for (var name = new RoundName(2020, 1); name.WeekYear < 2032; name = RoundName.Of(name.Monday.PlusWeeks(1)))
            Assert.Single(Enumerable.Range(2019, 14).SelectMany(year => Enumerable.Range(1, 4).Select(number => new Quarter(year, number))), quarter => quarter.Includes(name));
    }

    [Fact]
    public void Figures_of_a_quarter_rest_on_no_count_of_another_but_where_numbers_stand() => Prop.ForAll(
        Gen.ListOf(SampleRounds.OfSize(0, 30), 9).Select(weeks => weeks.ToList()).ToArbitrary(),
        weeks =>
        {
            var rounds = SampleOrganisations.Rounds("a", SampleRounds.Five, weeks).ToList();
            var spring = rounds.Where(round => new Quarter(2027, 1).Includes(round.Id.Name)).ToList();
            if (spring.Any(StandsInPart)) return;
            Assert.Equal(OrganisationFigures.Of(new Quarter(2027, 1), [.. spring, .. Weeks("b")]), OrganisationFigures.Of(new Quarter(2027, 1), [.. rounds, .. Weeks("b")]));
        }).Check(Config.QuickThrowOnFailure);

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
            new OrganisationFigure(DigestQuestion.Outcome, Change: null, [new("outcome.helped", 70), new("outcome.notHelped", 30)], new GroupBand(2, 4), new GroupBand(50, null), LeftOut.Nothing),
            figures.Figures[0]);
        Assert.Equal(["outcome.helped", "changes.lessTedious"], figures.Figures.SelectMany(figure => figure.Shares?.Take(1) ?? []).Select(share => share.Key));
    }

    [Fact]
    public void One_team_alone_says_nothing() =>
        Assert.All(OrganisationFigures.Of(Autumn, [.. Team("a")]).Figures, figure => Assert.Equal(new OrganisationFigure(figure.Question, figure.Change, Shares: null, Teams: null, Answers: null, LeftOut.Everything), figure));

    [Fact]
    public void One_team_that_can_be_counted_beside_one_that_cannot_says_nothing() =>
        Assert.All(OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b", helped: 3, not: 0)]).Figures, figure => Assert.Null(figure.Shares));

    [Fact]
    public void Small_teams_are_counted_together()
    {
        var figures = OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b", helped: 2, not: 2), .. Team("c", helped: 2, not: 2), .. Team("d", helped: 1, not: 1)]);

        Assert.Equal((LeftOut.Nothing, new GroupBand(2, 4)), (figures.Figures[0].LeftOut, figures.Figures[0].Teams));
    }

    [Fact]
    public void Small_teams_that_are_too_few_together_are_left_out()
    {
        List<Round> large = [.. Team("a"), .. Team("b")];

        var figures = OrganisationFigures.Of(Autumn, [.. large, .. Team("c", helped: 2, not: 2), .. Team("d", helped: 2, not: 2)]);

        Assert.Equal(LeftOut.SomeRounds, figures.Figures[0].LeftOut);
        Assert.Equal(OrganisationFigures.Of(Autumn, large).Figures[0] with { LeftOut = LeftOut.SomeRounds }, figures.Figures[0]);
    }

    [Fact]
    public void A_team_whose_digests_show_something_is_not_counted_among_the_small_ones()
    {
        // Team c read how many were helped: what it did can be subtracted, and would leave the few of team d.
        List<Round> rounds = [.. Times("a", gained: 8, not: 8), .. Times("b", gained: 8, not: 8), .. Times("c", gained: 3, not: 13), .. Times("d", gained: 2, not: 2)];

        var inclusion = Inclusion.Of(Groups(rounds, DigestQuestion.Time), Ways([Splits.GainedOrNot], tally => tally.Times), threshold => threshold);

        Assert.Equal(["a", "b"], inclusion!.Groups.Select(group => group.Team.Value));

        static IEnumerable<Round> Times(string team, int gained, int not) => SampleOrganisations.Rounds(team, SampleRounds.Five,
            [[.. gained.Times(() => SampleRounds.Helped(TimeBand.OneToFourHours)), .. (not / 2).Times(() => SampleRounds.Helped(TimeBand.LostTime)), .. (not - (not / 2)).Times(() => SampleRounds.Gave(Outcome.NotRelevant))]]);
    }

    [Fact]
    public void A_coarser_way_to_count_goes_before_leaving_a_team_out()
    {
        Answer[] fine = [.. Enum.GetValues<Outcome>().SelectMany(outcome => 6.Times(() => SampleRounds.Gave(outcome)))];

        var figures = OrganisationFigures.Of(Autumn, [.. SampleOrganisations.Rounds("a", SampleRounds.Five, [fine]), .. SampleOrganisations.Rounds("b", SampleRounds.Five, [fine]), .. Team("c")]);

        Assert.Equal((LeftOut.Nothing, 2), (figures.Figures[0].LeftOut, figures.Figures[0].Shares!.Count));
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

        Assert.Equal(LeftOut.SomeRounds, figures.Figures[0].LeftOut);
    }

    [Fact]
    public void Rounds_of_another_quarter_are_not_counted() =>
        Assert.Equal(
            OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b")]),
            OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b"), .. Team("d").Select(round => round with { Id = round.Id with { Name = new RoundName(2026, 39) } })]));

    [Fact]
    public void Rounds_whose_counts_are_gone_and_those_not_closed_yet_are_not_counted_and_the_figures_say_that_some_are_left_out()
    {
        var complete = OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b")]).Figures[0];
        IEnumerable<Round> gone = Team("c").Select(round => round.WithoutCounts()), open = Team("c").Select(round => round with { Tally = null, Digest = null });

        Assert.Equal(LeftOut.Nothing, complete.LeftOut);
        foreach (var rounds in (IEnumerable<Round>[])[gone, open])
            Assert.Equal(complete with { LeftOut = LeftOut.SomeRounds }, OrganisationFigures.Of(Autumn, [.. Team("a"), .. Team("b"), .. rounds]).Figures[0]);
    }

    [Fact]
    public void Numbers_that_stand_while_the_counts_behind_them_are_gone_are_left_out()
    {
        List<Answer> ten = [.. 5.Times(() => SampleRounds.Helped()), .. 5.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];
        var weeks = SampleOrganisations.Rounds("a", SampleRounds.Five, [ten, ten]).ToList();

        Assert.All(OrganisationFigures.Of(Autumn, [weeks[0].WithoutCounts(), weeks[1], .. Team("b")]).Figures, figure => Assert.Null(figure.Shares));
        Assert.NotNull(OrganisationFigures.Of(Autumn, [.. weeks, .. Team("b")]).Figures[0].Shares);
    }

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

    private static void EachInclusion(List<Round> rounds, Action<Inclusion, Func<Threshold, Threshold>> check)
    {
        foreach (var question in Questions) Check(Inclusion.Of(Groups(rounds, DigestQuestion.Outcome), question, Usual), Usual);
        Check(Inclusion.Of(Groups(rounds, DigestQuestion.Obligation), Ways(Splits.Obligations, tally => tally.Obligations), OfObligation), OfObligation);

        void Check(Inclusion? included, Func<Threshold, Threshold> needed)
        {
            if (included is not null) check(included, needed);
        }

        static Threshold Usual(Threshold threshold) => threshold;

        static Threshold OfObligation(Threshold threshold) => threshold.ForObligation();
    }

    /// <summary>Counts the people behind each part anew: of one team, as many as gave it in one round.</summary>
    private static void AssertLarge(List<RoundGroup> left, Parting parting, Func<Threshold, Threshold> needed)
    {
        if (left.Count == 0) return;
        var rounds = left.SelectMany(group => group.Rounds).ToList();
        var least = needed(new Threshold(rounds.Max(round => round.Threshold.Answers))).Answers;
        for (var part = 0; part < parting.Count(rounds[0].Tally!).Count; part++)
        {
            var people = rounds.GroupBy(round => round.Id.Team).Sum(team => team.Max(round => parting.Count(round.Tally!)[part]));
            Assert.True(people >= least, $"{people} people in part {part} of {string.Join('/', parting.Keys)}");
        }
    }

    private static IReadOnlyList<RoundGroup> Groups(IEnumerable<Round> rounds, DigestQuestion question) =>
        RoundGroup.All(rounds, rounds.ToDictionary(round => round.Id), question);

    private static bool RoundGroupIsVisible(Round round) => round.Digest!.Sections.Any(section => section.Shares is not null);

    /// <summary>Whether all numbers of the round's digest are those of an earlier one.</summary>
    private static bool Stands(Round round) => round.Digest!.AsIn is not null && round.Digest.Sections.All(section => section.AsIn is not null) && RoundGroupIsVisible(round);

    private static bool StandsInPart(Round round) => round.Digest!.AsIn is not null || round.Digest.Sections.Any(section => section.AsIn is not null);

    /// <summary>A team of which all nine weeks until 2027-W03 can be counted.</summary>
    private static IEnumerable<Round> Weeks(string name) => SampleOrganisations.Rounds(name, SampleRounds.Five, Enumerable.Range(0, 9).Select(week => Answers(8 + (week % 2 * 8), 8)));

    private static IEnumerable<Round> Team(string name, int helped = 8, int not = 8) =>
        SampleOrganisations.Rounds(name, SampleRounds.Five, [Answers(helped, not)]);

    private static List<Answer> Answers(int helped, int not) => [.. helped.Times(() => SampleRounds.Helped()), .. not.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];

    private static IReadOnlyList<Parting> Ways<TOption>(IReadOnlyList<Split<TOption>> splits, Func<Tally, IReadOnlyDictionary<TOption, int>> question)
        where TOption : struct, Enum =>
        [.. splits.Select(split => Parting.Of(split, question))];
}
