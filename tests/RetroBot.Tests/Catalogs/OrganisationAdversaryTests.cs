using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Tests.Digests;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>
/// Attack A8 by brute force: an adversary who reads every digest and the organisation's figures, knows how many answered in each team, and what everyone answered in the teams
/// whose digests show shares. For every way in which the other teams can have answered: which numbers of theirs follow?
/// </summary>
public sealed class OrganisationAdversaryTests
{
    private static readonly Quarter Autumn = new(2026, 4);

    private delegate string Read(IReadOnlyCollection<Round> rounds);

    /// <summary>How many answered in the teams of which no digest shows anything.</summary>
    public static TheoryData<int[]> HiddenTeams => [new[] { 3 }, new[] { 8 }, new[] { 4, 3 }, new[] { 9, 1 }, new[] { 9, 9 }, new[] { 4, 4, 4 }, new[] { 6, 6, 3 }, new[] { 9, 4, 2 }, new[] { 4, 4, 4, 1 }];

    [Theory]
    [MemberData(nameof(HiddenTeams))]
    public void No_number_below_the_threshold_follows_from_digests_and_figures_together(int[] hidden)
    {
        foreach (var visible in (int[][])[[8, 8], [5, 30], [25, 5]])
            Assert.All(Worlds(visible, hidden, Figures), world => Assert.True(world.Value.SmallestGivenAway is null or >= Threshold.Lowest, $"{world.Value.SmallestGivenAway} people follow from {world.Key}"));
    }

    [Fact]
    public void The_adversary_wins_against_figures_of_all_answers() =>
        Assert.Contains(Worlds([5, 30], [3], AverageOfAll), world => world.Value.SmallestGivenAway < Threshold.Lowest);

    /// <summary>All that can be read, with what is known of the hidden teams then.</summary>
    /// <param name="visible">How many AI helped, and how many it did not, in each of two teams.</param>
    private static Dictionary<string, KnownCounts> Worlds(int[] visible, int[] hidden, Read read)
    {
        List<Round> known = [.. Team("blue", visible[0], visible[1]), .. Team("red", visible[0], visible[1])];
        // Of each team, and of all together: whom AI helped, and whom not.
        int[][] parts = [.. Enumerable.Range(0, 2 * hidden.Length).Select(option => new[] { option }), .. ((int[])[0, 1]).Select(kind => Enumerable.Range(0, hidden.Length).Select(team => (2 * team) + kind).ToArray())];
        var worlds = new Dictionary<string, KnownCounts>(StringComparer.Ordinal);
        foreach (var helped in Ways(hidden))
        {
            List<Round> few = [.. helped.SelectMany((count, team) => Team($"hidden {team}", count, hidden[team] - count))];
            if (few.Any(round => round.Digest!.Sections.Any(section => section.Shares is not null))) continue;
            var text = read([.. known, .. few]);
            if (!worlds.TryGetValue(text, out var ways)) worlds.Add(text, ways = new KnownCounts(parts));
            ways.Add([.. helped.SelectMany((count, team) => (int[])[count, hidden[team] - count])]);
        }
        return worlds;
    }

    private static IEnumerable<int[]> Ways(int[] sizes) =>
        sizes.Aggregate((IEnumerable<int[]>)[[]], (ways, size) => ways.SelectMany(way => Enumerable.Range(0, size + 1), (way, helped) => (int[])[.. way, helped]));

    private static string Figures(IReadOnlyCollection<Round> rounds) => string.Join('\n', OrganisationFigures.Of(Autumn, rounds).Figures
        .Select(figure => $"{figure.Question} {figure.Change} {SectionTexts.Of(figure.Shares)} {figure.Teams} {figure.Answers} {figure.LeftOut}"));

    private static string AverageOfAll(IReadOnlyCollection<Round> rounds) =>
        $"{Math.Round(10m * rounds.Sum(round => round.Tally!.Outcomes[Outcome.Helped]) / rounds.Sum(round => round.Tally!.Answered), MidpointRounding.AwayFromZero)}0 % of {rounds.Count} teams";

    private static IEnumerable<Round> Team(string name, int helped, int not) =>
        SampleOrganisations.Rounds(name, SampleRounds.Five, [[.. helped.Times(() => SampleRounds.Helped()), .. not.Times(() => SampleRounds.Gave(Outcome.NotRelevant))]]);
}
