using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>Attack A3: digests of a team laid side by side.</summary>
public sealed class StandingNumbersTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly Answer[] Team = [.. 9.Times(() => SampleRounds.Helped(tool: "Copilot")), .. 5.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];

    [Fact]
    public void One_colleague_more_changes_no_number_and_the_digest_says_whose_they_are()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: []);

        var second = SampleRounds.Round(week: 1).ClosedWith(Tally.Of([.. Team, SampleRounds.Helped()]), [first]);

        Assert.NotEqual(first.Digest!.Sections, SampleRounds.Round(week: 1).FirstDigest([.. Team, SampleRounds.Helped()]).Sections);
        Assert.Equal(first.Digest with { Round = "2026-W48", AsIn = "2026-W47", Sections = [.. first.Digest.Sections.Select(section => section with { AsIn = "2026-W47" })] }, second.Digest);
    }

    [Fact]
    public void One_a_week_are_five_after_five_weeks_and_then_the_numbers_are_new()
    {
        List<Round> earlier = [];
        List<string?> asIn = [];
        for (var week = 0; week < 7; week++)
        {
            var round = SampleRounds.Round(week: week).ClosedWith(Tally.Of([.. Team, .. week.Times(() => SampleRounds.Helped())]), earlier);
            asIn.Add(round.Digest!.AsIn);
            earlier.Add(round);
        }

        Assert.Equal([null, "2026-W47", "2026-W47", "2026-W47", "2026-W47", null, "2026-W52"], asIn);
    }

    [Fact]
    public void Too_few_answers_show_no_number_whatever_was_shown_before_and_are_not_compared_with()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: []);
        var second = SampleRounds.Round(week: 1).ClosedWith(Tally.Of(Team[..4]), [first]);
        var third = SampleRounds.Round(week: 2).ClosedWith(Tally.Of(Team), [second]);

        Assert.Equal(new Digest("2026-W48", 5, Answered: null, [], ClosedEarly: false), second.Digest);
        Assert.Equal("2026-W47", third.Digest!.AsIn);
    }

    [Fact]
    public void After_a_week_unlike_the_others_one_colleague_more_is_not_in_the_difference_to_the_week_before_it()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: []);
        var holiday = SampleRounds.Round(week: 1).ClosedWith(Tally.Of(14.Times(() => SampleRounds.Gave(Outcome.NothingToReport))), [first]);

        var third = SampleRounds.Round(week: 2).ClosedWith(Tally.Of([.. Team, SampleRounds.Helped()]), [first with { Shown = null }, holiday]);

        Assert.Null(holiday.Digest!.AsIn);
        Assert.Equal("2026-W48", third.Digest!.AsIn);
    }

    [Fact]
    public void What_is_compared_with_is_what_was_shown_and_not_what_was_answered_in_between()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: []);
        Answer[] four = [.. Team, .. 4.Times(() => SampleRounds.Helped())];
        var second = SampleRounds.Round(week: 1).ClosedWith(Tally.Of(four), [first]);

        var third = SampleRounds.Round(week: 2).ClosedWith(Tally.Of([.. four, SampleRounds.Helped()]), [first, second]);

        Assert.Equal(("2026-W47", null), (second.Digest!.AsIn, third.Digest!.AsIn));
    }

    /// <summary>In the week after the threshold was raised, nothing is shown; then it is lowered again, and what that week answered stands.</summary>
    [Fact]
    public void How_obliged_people_felt_is_compared_with_though_it_was_first_shown_in_a_later_digest()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Obliged(0, of: 12)), earlier: []);
        var unseen = SampleRounds.Round(new Threshold(20), asksObligation: true, week: 1).ClosedWith(Tally.Of(Obliged(11, of: 22)), [first]);
        var seen = SampleRounds.Round(asksObligation: true, week: 2).ClosedWith(Tally.Of(Obliged(11, of: 22)), [first, unseen]);
        var other = SampleRounds.Round(asksObligation: true, week: 3).ClosedWith(Tally.Of(Obliged(0, of: 22)), [first, unseen, seen]);

        var nearly = SampleRounds.Round(asksObligation: true, week: 4).ClosedWith(Tally.Of(Obliged(12, of: 22)), [first, unseen, seen, other]);

        Assert.Empty(unseen.Digest!.Sections);
        Assert.Equal([null, null, "2026-W48", null, "2026-W50"], new[] { first, unseen, seen, other, nearly }.Select(round => round.Digest!.Sections.SingleOrDefault(section => section.Question == DigestQuestion.Obligation)?.AsIn));
        Assert.NotNull(other.Digest!.Sections.Single(section => section.Question == DigestQuestion.Obligation));

        static IEnumerable<Answer> Obliged(int people, int of) =>
            [.. people.Times(() => SampleRounds.Gave(Outcome.NothingToReport, Obligation.Completely)), .. (of - people).Times(() => SampleRounds.Gave(Outcome.NothingToReport, Obligation.NotAtAll))];
    }

    [Fact]
    public void A_close_before_time_is_told_beside_numbers_that_stand() =>
        Assert.True((SampleRounds.Round(week: 1) with { ClosedEarly = true }).ClosedWith(Tally.Of(Team), [SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: [])]).Digest!.ClosedEarly);

    [Fact]
    public void Who_renames_a_tool_does_not_renew_the_numbers()
    {
        var first = SampleRounds.Round().ClosedWith(Tally.Of(Team), earlier: []);
        Answer[] renamed = [.. 10.Times(() => SampleRounds.Helped(tool: "GitHub Copilot")), .. Team[9..]];

        var second = (SampleRounds.Round(week: 1) with { Tools = ["GitHub Copilot"] }).ClosedWith(Tally.Of(renamed), [first]);

        Assert.Equal("2026-W47", second.Digest!.AsIn);
        Assert.Equal(first.Digest!.About(DigestQuestion.Tools), second.Digest.About(DigestQuestion.Tools));
    }

    /// <summary>Under a threshold of 8 by itself: 12 gained time, 8 others. With the 5 who did not use AI, known from the week before, there would be 3 who gained none.</summary>
    [Fact]
    public void A_raised_threshold_shows_nothing_that_was_withheld()
    {
        Answer[] team =
        [
            .. 12.Times(() => SampleRounds.Helped(TimeBand.OneToFourHours)), .. 3.Times(() => SampleRounds.Helped(TimeBand.LostTime)),
            .. 5.Times(() => SampleRounds.Gave(Outcome.NoDifference)), .. 5.Times(() => SampleRounds.Gave(Outcome.NotRelevant)),
        ];
        var first = SampleRounds.Round().ClosedWith(Tally.Of(team), earlier: []);

        var second = SampleRounds.Round(new Threshold(8), week: 1).ClosedWith(Tally.Of(team), [first]);

        Assert.NotNull(first.Digest!.About(DigestQuestion.Outcome));
        Assert.All(second.Digest!.Sections, section => Assert.Null(section.Shares));
        Assert.NotNull(SampleRounds.Round(new Threshold(8)).FirstDigest(team).About(DigestQuestion.Outcome));
    }

    [Fact]
    public void Another_threshold_leaves_a_number_as_it_was_or_withholds_it() => Prop.ForAll(
        (from pair in Colleagues.Pairs from before in SampleRounds.Threshold from after in Gen.Choose(5, 25) select (pair.One, pair.Other, Before: before, After: new Threshold(after))).ToArbitrary(), of =>
        {
            var first = SampleRounds.Round(of.Before).ClosedWith(Tally.Of(of.One.Answers), earlier: []);
            var second = SampleRounds.Round(of.After, week: 1).ClosedWith(Tally.Of(of.Other.Answers), [first]).Digest!;
            if (second.AsIn is null) return;
            Assert.Equal(of.One.Answers.Count >= of.After.Answers ? first.Digest!.Answered : null, second.Answered);
            Assert.All(second.Sections, section =>
            {
                Assert.True(section.Shares is null || section.Shares.SequenceEqual(first.Digest!.About(section.Question)!));
                Assert.True(section.RestsOnEnough(of.After.Answers, of.One.Answers));
            });
            if (of.After.Answers <= of.Before.Answers) Assert.Equal(first.Digest!.Sections.Select(section => section.Shares), second.Sections.Select(section => section.Shares));
        }).Check(Thousands);

    [Fact]
    public void Fewer_people_than_the_threshold_who_differ_change_no_number() => Prop.ForAll(
        (from pair in Colleagues.Pairs from threshold in SampleRounds.Threshold from asked in Gen.Elements(true, false) select (pair.One, pair.Other, threshold, asked)).ToArbitrary(), of =>
        {
            var first = SampleRounds.Round(of.threshold, of.asked).ClosedWith(Tally.Of(of.One.Answers), earlier: []);
            var second = SampleRounds.Round(of.threshold, of.asked, week: 1).ClosedWith(Tally.Of(of.Other.Answers), [first]);
            if (first.Digest!.Answered is null || second.Digest!.Answered is null || of.One.DifferingFrom(of.Other) >= of.threshold.Answers) return;
            Assert.Equal("2026-W47", second.Digest.AsIn);
            Assert.Equal(first.Digest.Answered, second.Digest.Answered);
            Assert.Equal(first.Digest.Sections.Select(section => section with { AsIn = "2026-W47" }), second.Digest.Sections);
        }).Check(Thousands);

    [Fact]
    public void Over_many_weeks_every_number_is_of_the_week_it_names_and_renewed_by_enough_people_only() => Prop.ForAll(
        (from weeks in Colleagues.Weeks from threshold in SampleRounds.Threshold select (weeks, threshold)).ToArbitrary(), of =>
        {
            var (earlier, numbers, obligation) = (new List<Round>(), new List<int>(), new List<int>());
            for (var week = 0; week < of.weeks.Count; week++)
            {
                var round = SampleRounds.Round(of.threshold, asksObligation: week % 4 != 0, week).ClosedWith(Tally.Of(of.weeks[week].Answers), earlier);
                earlier.Add(round);
                var digest = round.Digest!;
                if (of.weeks[week].Answers.Count < of.threshold.Answers)
                {
                    Assert.Equal(new Digest(digest.Round, of.threshold.Answers, Answered: null, [], ClosedEarly: false), digest);
                    continue;
                }

                Read(digest.AsIn, numbers, of.threshold.Answers, (one, other) => one.DifferingFrom(other));
                var alone = Alone(numbers[^1]);
                Assert.Equal(alone.Answered, digest.Answered);
                foreach (var section in digest.Sections)
                {
                    if (section.Question == DigestQuestion.Obligation) Read(section.AsIn, obligation, Math.Max(10, of.threshold.Answers), (one, other) => one.DifferingInObligationFrom(other));
                    else Assert.Equal(digest.AsIn, section.AsIn);
                    var source = (section.Question == DigestQuestion.Obligation ? obligation : numbers)[^1];
                    Assert.Equal(SectionTexts.Of(Alone(source).About(section.Question)), SectionTexts.Of(section.Shares));
                    Assert.True(section.RestsOnEnough(of.threshold.Answers, of.weeks[source].Answers));
                    if (section.Question != DigestQuestion.Changes) Assert.True(section.Shares is null || section.Shares.Sum(share => share.Percent) == 100);
                    Assert.True(section.Shares is null || section.Shares.All(share => share.Percent is >= 0 and <= 100));
                }

                // Either those read last, or the week's own, which then enough people answered otherwise than in any week whose numbers were read.
                void Read(string? asIn, List<int> read, int least, Func<Colleagues, Colleagues, int> differing)
                {
                    if (asIn is null)
                    {
                        Assert.All(read, one => Assert.True(differing(of.weeks[one], of.weeks[week]) >= least));
                        read.Add(week);
                    }
                    else
                    {
                        Assert.Equal(SampleRounds.Round(week: read[^1]).Id.Name.ToString(), asIn);
                        Assert.Contains(read, one => Math.Abs(of.weeks[one].Answers.Count - of.weeks[week].Answers.Count) < least);
                    }
                }
            }

            Digest Alone(int week) => SampleRounds.Round(of.threshold, asksObligation: true, week).FirstDigest(of.weeks[week].Answers);
        }).Check(Thousands);
}
