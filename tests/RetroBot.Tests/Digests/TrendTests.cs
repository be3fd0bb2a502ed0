using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Xunit;

namespace RetroBot.Tests.Digests;

/// <summary>Four digests beside the four before: of what they show and of nothing else.</summary>
public sealed class TrendTests
{
    [Fact]
    public void The_means_of_four_digests_stand_beside_those_of_the_four_before()
    {
        var trend = After(Helped(60), Fours([20, 30, 30, 30], [60, 60, 50]));

        Assert.Equal([new TrendLine("outcome.helped", 60, 30)], trend!.Lines);
    }

    [Fact]
    public void Helped_cost_time_and_saved_time_are_told_as_far_as_digests_show_them_however_they_part_the_rest()
    {
        Digest[] before =
        [
            Digest([new("outcome.helped", 40), new("outcome.noDifference", 20), new("outcome.costTime", 20), new("outcome.notUsed", 20)], [new("time.underOneHour", 20), new("time.overOneHour", 10), new("time.notGained", 70)]),
            Digest([new("outcome.helped", 50), new("outcome.costTime", 10), new("outcome.notUsed", 40)], [new("time.underFifteenMinutes", 10), new("time.fifteenToSixtyMinutes", 10), new("time.oneToFourHours", 10), new("time.overFourHours", 0), new("time.notAsked", 70)]),
            Digest([new("outcome.helped", 60), new("outcome.costTime", 0), new("outcome.notUsed", 40)], [new("time.gained", 30), new("time.others", 70)]),
        ];
        var now = Digest([new("outcome.helped", 70), new("outcome.costTime", 10), new("outcome.notUsed", 20)], [new("time.gained", 60), new("time.others", 40)]);

        var trend = After(now, [.. before.Select((one, index) => new PublishedDigest(one, EndsFour: index == 2)), .. Enumerable.Repeat(new PublishedDigest(now, EndsFour: false), 3)]);

        Assert.Equal([new TrendLine("outcome.helped", 70, 50), new TrendLine("outcome.costTime", 10, 10), new TrendLine("time.gained", 60, 30)], trend!.Lines);
    }

    [Fact]
    public void A_team_without_four_rounds_before_has_no_trend() => Assert.Null(After(Helped(60), Fours([60, 60, 60])));

    [Fact]
    public void Digests_that_show_earlier_numbers_or_none_are_no_evidence()
    {
        var stands = Helped(100) with { AsIn = "2026-W01" };
        var sectionStands = Helped(100) with { Sections = [.. Helped(100).Sections.Select(section => section with { AsIn = "2026-W01" })] };
        var tooFew = new Digest("2026-W47", 5, Answered: null, [], ClosedEarly: false);
        var withheld = Digest(outcomes: null, []);

        foreach (var nothing in new[] { stands, sectionStands, tooFew, withheld })
        {
            Assert.Equal([new TrendLine("outcome.helped", 60, 30)], After(Helped(60), [Ends(30, false), Ends(30, false), Ends(30, false), new(nothing, EndsFour: true), new(nothing, EndsFour: false), Ends(60, false), Ends(60, false)])!.Lines);
            Assert.Empty(After(Helped(60), [Ends(30, false), Ends(30, false), Ends(30, false), Ends(30, true), new(nothing, EndsFour: false), new(nothing, EndsFour: false), Ends(60, false)])!.Lines);
            Assert.Empty(After(Helped(60), [Ends(30, false), Ends(30, false), new(nothing, EndsFour: false), new(nothing, EndsFour: true), Ends(60, false), Ends(60, false), Ends(60, false)])!.Lines);
        }
    }

    [Fact]
    public void A_mean_is_rounded_to_tenths_and_a_share_under_ten_counts_as_none()
    {
        Assert.Equal([new TrendLine("outcome.helped", 50, 0)], After(Helped(40), Fours([0, 0, 10, 0], [40, 50, 50]))!.Lines);
        Assert.Equal([new TrendLine("outcome.helped", 40, 100)], After(Helped(40), Fours([100, 100, 100, 90], [40, 40, 50]))!.Lines);
    }

    [Fact]
    public void Only_a_round_that_ends_four_has_one()
    {
        var published = Fours([20, 30, 30, 30], [60, 60, 50]);

        Assert.NotNull(SampleRounds.Round(asksObligation: true).ClosedWith(Tally.Of([]), [], said: null, published).Digest!.Trend);
        Assert.Null(SampleRounds.Round(asksObligation: false).ClosedWith(Tally.Of([]), [], said: null, published).Digest!.Trend);
    }

    /// <summary>One digest among others that show 0 % is made to show 100 %, and it is seen in which of the two means it counts.</summary>
    [Fact]
    public void No_digest_counts_in_both_fours_and_no_four_has_more_than_four() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(true, false, false, false), 12).ToArbitrary(), ends =>
        {
            var earlier = ends.Select(end => Ends(0, end)).ToList();
            if (After(Helped(0), earlier) is not { Lines: [_] }) return true;
            var moved = Enumerable.Range(0, earlier.Count)
                .Select(index => After(Helped(0), [.. earlier[..index], earlier[index] with { Digest = Helped(100) }, .. earlier[(index + 1)..]])!.Lines[0])
                .ToList();
            return moved.All(line => line.Percent == 0 || line.Before == 0) && moved.Count(line => line.Percent > 0) <= 3 && moved.Count(line => line.Before > 0) <= 4;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_parts_of_all_who_saved_time_are_known_in_every_split()
    {
        TimeBand?[] gained = [TimeBand.UnderFifteenMinutes, TimeBand.FifteenToSixtyMinutes, TimeBand.OneToFourHours, TimeBand.OverFourHours];

        Assert.All(
            Splits.Times.Append(Splits.GainedOrNot),
            split => Assert.Equal(gained, split.Parts.Where(part => Splits.GainedKeys.Contains(part.Key, StringComparer.Ordinal)).SelectMany(part => part.Options).Order()));
    }

    private static Trend? After(Digest digest, IReadOnlyList<PublishedDigest> earlier) => Trend.After(digest, earlier);

    /// <summary>Fours of digests, by how many said that AI helped; the last may be without its end.</summary>
    private static IReadOnlyList<PublishedDigest> Fours(params int[][] fours) => [.. fours.SelectMany(four => four.Select((percent, index) => Ends(percent, index == 3)))];

    private static PublishedDigest Ends(int percent, bool four) => new(Helped(percent), four);

    private static Digest Helped(int percent) => Digest([new("outcome.helped", percent), new("outcome.notHelped", 100 - percent)], []);

    private static Digest Digest(IReadOnlyList<DigestShare>? outcomes, IReadOnlyList<DigestShare> times) =>
        new("2026-W47", 5, new GroupBand(10, 19), [new(DigestQuestion.Outcome, outcomes), new(DigestQuestion.Time, times.Count == 0 ? null : times)], ClosedEarly: false);
}
