using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using Xunit;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>
/// Attack A3 by brute force: an adversary who reads the digests of two consecutive weeks, and knows that one colleague joined or left and that all others answered as the
/// week before. For all teams up to a size, and whatever stood in the first week: which answers can that colleague have given?
/// </summary>
public sealed class NeighbourTests
{
    private static readonly Answer[] Outcomes = [SampleRounds.Helped(TimeBand.OneToFourHours, tool: "Copilot"), SampleRounds.Gave(Outcome.CostTime), SampleRounds.Gave(Outcome.NotRelevant)];
    private static readonly Answer[] Times = [SampleRounds.Helped(TimeBand.OneToFourHours), SampleRounds.Helped(TimeBand.LostTime), SampleRounds.Gave(Outcome.NotRelevant)];

    private static int Threshold => SampleRounds.Five.Answers;

    private delegate Round Close(Round round, Tally tally, IReadOnlyList<Round> earlier);

    private static Close Product { get; } = (round, tally, earlier) => round.ClosedWith(tally, earlier);
    private static Close WithoutMemory { get; } = (round, tally, _) => round.ClosedWith(tally, earlier: []);

    /// <summary>The answers that people can give, and how many people at the most.</summary>
    public static TheoryData<int, int, bool> Worlds => new() { { 2, 20, false }, { 3, 11, false }, { 3, 10, true } };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void After_new_numbers_not_even_somebody_who_knows_every_other_answer_learns_the_last(int kinds, int most, bool times) =>
        Assert.All(Teams(kinds, most), team =>
        {
            var world = WorldOf(kinds, times);
            var first = world.Closed(week: 0, team, earlier: []);
            var next = Neighbours(team).Select(neighbour => neighbour.Team).Where(neighbour => SampleRounds.Five.Allows(neighbour.Sum()));
            Assert.Single(next.Select(neighbour => Text(world.Closed(week: 1, neighbour, [first]))).Distinct(StringComparer.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Worlds))]
    public void What_follows_for_the_one_who_joined_or_left_follows_for_as_many_as_the_threshold_says(int kinds, int most, bool times) =>
        Assert.All(GivenAway(WorldOf(kinds, times), Teams(kinds, most)), read => Assert.True(read.Value.FewestAlike >= Threshold, read.Key));

    [Fact]
    public void The_adversary_wins_against_a_rule_that_forgets_what_was_shown() =>
        Assert.Contains(GivenAway(new World(WithoutMemory, Outcomes[..2]), Teams(kinds: 2, most: 12)), read => read.Value.FewestAlike < Threshold);

    /// <summary>Every pair of digests from which the colleague's answer follows, with how many people's answers of this kind came or went since the numbers that stood before.</summary>
    private static IEnumerable<KeyValuePair<string, Possible>> GivenAway(World world, IEnumerable<int[]> teams)
    {
        var shown = teams.Select(team => (Team: team, Rounds: (IReadOnlyList<Round>)[world.Closed(week: 0, team, earlier: [])])).ToList();
        var possible = new Dictionary<string, Possible>(StringComparer.Ordinal);
        foreach (var (team, _) in shown)
        {
            // As what stood in the first week, and as new in it.
            foreach (var before in shown.Where(before => Differing(before.Team, team) < Threshold).Append((team, [])))
            {
                var first = world.Closed(week: 1, team, before.Rounds);
                foreach (var (next, move, kind) in Neighbours(team))
                {
                    var read = $"{move}: {Text(first)}, then {Text(world.Closed(week: 2, next, [.. before.Rounds, first]))}";
                    var alike = Math.Abs(next[kind] - before.Team[kind]);
                    possible[read] = possible.TryGetValue(read, out var known) ? known.Or(kind, alike) : new Possible([kind], alike);
                }
            }
        }

        return possible.Where(read => read.Value.Kinds.Count == 1);
    }

    private static World WorldOf(int kinds, bool times) => new(Product, (times ? Times : Outcomes)[..kinds]);

    private static IEnumerable<int[]> Teams(int kinds, int most) =>
        Enumerable.Range(Threshold, most - Threshold + 1).SelectMany(people => KnownCounts.Ways(people, kinds).Select(counts => counts.ToArray()));

    private static IEnumerable<(int[] Team, string Move, int Kind)> Neighbours(int[] team)
    {
        for (var kind = 0; kind < team.Length; kind++)
        {
            yield return ([.. team[..kind], team[kind] + 1, .. team[(kind + 1)..]], "joined", kind);
            if (team[kind] > 0) yield return ([.. team[..kind], team[kind] - 1, .. team[(kind + 1)..]], "left", kind);
        }
    }

    private static int Differing(int[] one, int[] other) =>
        Math.Max(one.Zip(other).Sum(count => Math.Max(count.Second - count.First, 0)), one.Zip(other).Sum(count => Math.Max(count.First - count.Second, 0)));

    private static string Text(Round round) =>
        $"{round.Digest!.AsIn ?? "new"} {round.Digest.Answered} {string.Join("; ", round.Digest.Sections.Select(section => SectionTexts.Of(section.Shares)))}";

    private sealed record Possible(HashSet<int> Kinds, int FewestAlike)
    {
        public Possible Or(int kind, int alike)
        {
            Kinds.Add(kind);
            return this with { FewestAlike = Math.Min(FewestAlike, alike) };
        }
    }

    private sealed class World(Close close, Answer[] answers)
    {
        private readonly Dictionary<string, Tally> tallies = new(StringComparer.Ordinal);

        public Round Closed(int week, int[] team, IReadOnlyList<Round> earlier)
        {
            var name = string.Join(' ', team);
            if (!tallies.TryGetValue(name, out var tally)) tallies.Add(name, tally = Tally.Of(team.SelectMany((count, kind) => count.Times(() => answers[kind]))));
            return close(SampleRounds.Round(week: week), tally, earlier);
        }
    }
}
