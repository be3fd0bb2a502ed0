using RetroBot.Core.Digests;
using Xunit;

namespace RetroBot.Tests.Digests;

/// <summary>
/// An adversary who knows the rules and, which no digest says, exactly how many answered: lists every way in which that many can have answered, keeps those
/// that give this very digest, and looks for a number of people below the threshold that is the same in all of them.
/// </summary>
public sealed class AdversaryTests
{
    private static int Threshold => SampleRounds.Five.Answers;

    [Fact]
    public void No_small_number_of_outcomes_can_be_computed_in_groups_of_up_to_24() => AssertNothingGivenAway([.. Splits.Outcomes, Splits.HelpedOrNot], largest: 24);

    [Fact]
    public void No_small_number_of_times_can_be_computed_in_groups_of_up_to_16() => AssertNothingGivenAway(Splits.Times, largest: 16);

    [Fact]
    public void No_small_number_of_confidences_can_be_computed_in_groups_of_up_to_40() => AssertNothingGivenAway(Splits.Confidences, largest: 40);

    [Fact]
    public void No_small_number_of_obligations_can_be_computed_in_groups_of_up_to_24() => AssertNothingGivenAway(Splits.Obligations, largest: 24);

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void No_small_number_can_be_computed_from_all_sections_of_a_digest_together(int people)
    {
        var digests = 0;
        foreach (var digest in new PossibleDigests(people).All())
        {
            digests++;
            Assert.False(digest.SmallestGivenAway < Threshold, digest.Text);
        }

        Assert.True(digests > 0);
    }

    public static TheoryData<int> GroupSizes => [.. Enumerable.Range(Threshold, 12)];

    [Fact]
    public void The_adversary_wins_against_a_rule_that_looks_at_one_side_only()
    {
        var known = new KnownCounts([[0], [1]]);
        foreach (var counts in KnownCounts.Ways(people: 9, options: 2).Where(counts => counts[0] >= 5 && (int)Math.Round(counts[0] * 10 / 9.0) == 8)) known.Add(counts);

        Assert.Equal(2, known.SmallestGivenAway);
    }

    private static void AssertNothingGivenAway<TOption>(IReadOnlyList<Split<TOption>> splits, int largest)
        where TOption : struct, Enum
    {
        var parts = SectionTexts.PartsOf(splits);
        for (var people = Threshold; people <= largest; people++)
        {
            var known = new Dictionary<string, KnownCounts>(StringComparer.Ordinal);
            foreach (var (counts, section) in SectionTexts.Of(splits, people))
            {
                if (!known.TryGetValue(section, out var counted)) known.Add(section, counted = new KnownCounts(parts));
                counted.Add(counts);
            }

            Assert.All(known, section => Assert.False(section.Value.SmallestGivenAway < Threshold, $"{people} people: {section.Key}"));
        }
    }
}
