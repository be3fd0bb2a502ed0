using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

public sealed class DigestBuilderTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Four_answers_of_nine_people_show_no_number()
    {
        var digest = SampleRounds.Round().FirstDigest([.. 4.Times(() => SampleRounds.Helped())]);

        Assert.Equal(new Digest("2026-W47", 5, Answered: null, [], ClosedEarly: false), digest);
        Assert.Equal(digest, SampleRounds.Round().FirstDigest([]));
    }

    [Fact]
    public void Five_answers_show_that_five_to_nine_answered_and_no_share()
    {
        var digest = SampleRounds.Round().FirstDigest([.. 5.Times(() => SampleRounds.Helped())]);

        Assert.Equal(new GroupBand(5, 9), digest.Answered);
        Assert.All(digest.Sections, section => Assert.Null(section.Shares));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(200)]
    public void Answers_that_are_all_alike_are_withheld(int people)
    {
        var digest = SampleRounds.Round(asksObligation: true).FirstDigest([.. people.Times(() => SampleRounds.Gave(Outcome.Helped, Obligation.Mostly))]);

        Assert.All(digest.Sections, section => Assert.Null(section.Shares));
    }

    [Fact]
    public void A_digest_of_everyone_alike_reads_like_one_of_all_but_four()
    {
        var alike = SampleRounds.Round().FirstDigest([.. 15.Times(() => SampleRounds.Gave(Outcome.NotRelevant))]);
        var nearly = SampleRounds.Round().FirstDigest([.. 11.Times(() => SampleRounds.Gave(Outcome.NotRelevant)), .. 4.Times(() => SampleRounds.Helped())]);

        Assert.Equal(alike, nearly);
    }

    [Fact]
    public void Every_share_is_of_everyone_who_answered()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 10.Times(() => SampleRounds.Helped(TimeBand.OneToFourHours, Change.ShippedSooner, Confidence.Compared)),
            .. 5.Times(() => SampleRounds.Gave(Outcome.CostTime)),
            .. 5.Times(() => SampleRounds.Gave(Outcome.RightlyNotUsed)),
        ]);

        Assert.Equal([new("outcome.helped", 50), new("outcome.noGain", 30), new("outcome.notUsed", 20)], digest.About(DigestQuestion.Outcome)!);
        Assert.Equal([new("time.gained", 50), new("time.notGained", 30), new("time.notAsked", 20)], digest.About(DigestQuestion.Time)!);
        Assert.Equal([new("changes.shippedSooner", 50), new("changes.lessTedious", 30)], digest.About(DigestQuestion.Changes)!);
        Assert.Equal([new("confidence.guess", 30), new("confidence.checked", 50), new("confidence.notAsked", 20)], digest.About(DigestQuestion.Confidence)!);
    }

    [Fact]
    public void Where_one_section_cannot_count_those_who_did_not_use_it_apart_none_does()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 12.Times(() => SampleRounds.Helped(TimeBand.OneToFourHours, Change.ShippedSooner, Confidence.Compared)),
            .. 1.Times(() => SampleRounds.Gave(Outcome.CostTime)),
            .. 7.Times(() => SampleRounds.Gave(Outcome.RightlyNotUsed)),
        ]);

        Assert.Equal([new("outcome.helped", 60), new("outcome.notHelped", 40)], digest.About(DigestQuestion.Outcome)!);
        Assert.Equal([new("time.gained", 60), new("time.others", 40)], digest.About(DigestQuestion.Time)!);
        Assert.Equal([new("changes.shippedSooner", 60)], digest.About(DigestQuestion.Changes)!);
        Assert.Equal([new("confidence.checked", 60), new("confidence.others", 40)], digest.About(DigestQuestion.Confidence)!);
    }

    [Fact]
    public void Those_who_did_not_use_it_are_counted_apart_by_every_section_or_by_none() => Prop.ForAll(SampleRounds.OfSize(5, 60).ToArbitrary(), answers =>
    {
        var keys = SampleRounds.Round().FirstDigest(answers).Sections
            .Where(section => section.Question is DigestQuestion.Outcome or DigestQuestion.Time or DigestQuestion.Confidence)
            .SelectMany(section => section.Shares ?? []).Select(share => share.Key).ToHashSet(StringComparer.Ordinal);
        var apart = keys.Contains("outcome.noGain") || keys.Contains("outcome.noDifference");
        return apart ? !keys.Overlaps(["time.others", "confidence.others"]) : !keys.Overlaps(["time.notAsked", "confidence.notAsked"]);
    }).Check(Thousand);

    [Fact]
    public void A_change_that_all_but_a_few_gave_is_not_listed()
    {
        var digest = SampleRounds.Round().FirstDigest([.. 14.Times(() => SampleRounds.Helped(change: Change.LessTedious)), .. 2.Times(() => SampleRounds.Helped(change: Change.FewerErrors))]);

        Assert.Null(digest.About(DigestQuestion.Changes));
    }

    [Fact]
    public void A_tool_named_by_too_few_is_among_the_others()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 6.Times(() => SampleRounds.Helped(tool: "Copilot")), .. 4.Times(() => SampleRounds.Helped(tool: "Claude")), .. 2.Times(() => SampleRounds.Helped()),
        ]);

        Assert.Equal([new(ToolKeys.Named, 50, "Copilot"), new(ToolKeys.Others, 50)], digest.About(DigestQuestion.Tools)!);
    }

    [Fact]
    public void The_smallest_tool_joins_the_others_when_they_are_too_few()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 9.Times(() => SampleRounds.Helped(tool: "Copilot")), .. 5.Times(() => SampleRounds.Helped(tool: "Claude")), .. 4.Times(() => SampleRounds.Helped()),
        ]);

        Assert.Equal([new(ToolKeys.Named, 50, "Copilot"), new(ToolKeys.Others, 50)], digest.About(DigestQuestion.Tools)!);
    }

    [Fact]
    public void Those_whom_nothing_helped_stand_beside_the_tools()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 10.Times(() => SampleRounds.Helped(tool: "Copilot")), .. 5.Times(() => SampleRounds.Helped()), .. 5.Times(() => SampleRounds.Gave(Outcome.NotRelevant)),
        ]);

        Assert.Equal([new(ToolKeys.Named, 50, "Copilot"), new(ToolKeys.Other, 30), new(ToolKeys.NotHelped, 20)], digest.About(DigestQuestion.Tools)!);
    }

    [Fact]
    public void A_tool_is_counted_only_where_it_helped()
    {
        var digest = SampleRounds.Round().FirstDigest([
            .. 9.Times(() => SampleRounds.Helped()), .. 9.Times(() => new Answer.Full(Outcome.CostTime, TimeBand.LostTime, [Change.NothingVisible], Confidence.Guess, "Copilot")),
        ]);

        Assert.Null(digest.About(DigestQuestion.Tools));
    }

    [Fact]
    public void Obligation_needs_ten_on_every_side()
    {
        Assert.Null(Of(notAtAll: 9, mostly: 10).About(DigestQuestion.Obligation));
        Assert.Equal([new("obligation.felt", 50), new("obligation.others", 50)], Of(notAtAll: 10, mostly: 10).About(DigestQuestion.Obligation)!);

        static Digest Of(int notAtAll, int mostly) => SampleRounds.Round(asksObligation: true).FirstDigest([
            .. notAtAll.Times(() => SampleRounds.Gave(Outcome.Helped, Obligation.NotAtAll)), .. mostly.Times(() => SampleRounds.Gave(Outcome.NotRelevant, Obligation.Mostly)),
        ]);
    }

    [Fact]
    public void A_round_that_did_not_ask_about_obligation_says_nothing_about_it() =>
        Assert.DoesNotContain(SampleRounds.Round().FirstDigest([.. 30.Times(() => SampleRounds.Helped())]).Sections, section => section.Question == DigestQuestion.Obligation);

    [Fact]
    public void A_round_closed_early_says_so() =>
        Assert.True((SampleRounds.Round() with { ClosedEarly = true }).FirstDigest([]).ClosedEarly);

    [Fact]
    public void The_order_of_answers_changes_nothing() => Prop.ForAll(
        (from answers in SampleRounds.OfSize(0, 60) from shuffled in Gen.Shuffle(answers.ToArray()) select (answers, shuffled)).ToArbitrary(),
        of => SampleRounds.Round(asksObligation: true).FirstDigest(of.answers).Equals(SampleRounds.Round(asksObligation: true).FirstDigest(of.shuffled))).Check(Thousand);

    [Fact]
    public void No_released_number_rests_on_fewer_than_the_threshold() => Prop.ForAll(
        (from answers in SampleRounds.OfSize(0, 80) from threshold in SampleRounds.Threshold select (answers, threshold)).ToArbitrary(),
        of =>
        {
            var digest = SampleRounds.Round(of.threshold, asksObligation: true).FirstDigest(of.answers);
            return (digest.Answered is null) == (of.answers.Count < of.threshold.Answers)
                && digest.Sections.All(section => section.RestsOnEnough(digest.Threshold, of.answers));
        }).Check(Thousand);

    [Fact]
    public void A_digest_is_the_same_after_a_trip_through_json() => Prop.ForAll(SampleRounds.OfSize(0, 60).ToArbitrary(), answers =>
    {
        var digest = SampleRounds.Round(asksObligation: true).FirstDigest(answers);
        return digest.Equals(JsonSerializer.Deserialize<Digest>(JsonSerializer.Serialize(digest)));
    }).Check(Thousand);
}
