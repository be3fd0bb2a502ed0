using RetroBot.Core.CheckIns;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A13. A storage dump after close: joins tables by id, order, row position, <c>Timestamp</c>. What must happen: linkage no better than chance over 200 seeded rounds.
/// </summary>
/// <remarks>
/// The attacker knows who answered, and who sent a case study, in which order, say from the network; and that everyone answered differently. They learn on one half of the rounds
/// which order in the dump tells most, and are judged on the other half: of answers and of case studies, each by itself.
/// </remarks>
public sealed class A13WhoseAnswerIsIt(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Rounds = 200;

    /// <summary>Enough for a mistake to show: a certain link is six times as good as chance.</summary>
    private const int RoundsBesideOtherAttacks = 8;

    /// <summary>Chance alone does as well in one run out of a thousand. So that it does not pass for an attack, whoever has succeeded has to do so again, with other rounds: chance does that once in a million.</summary>
    private const double Significance = 0.001;

    private static readonly string[] Outcomes = [.. Enum.GetNames<Outcome>()];

    /// <summary>Of case studies that are alike in everything else; equally long.</summary>
    private static readonly string[] Titles = ["Amber", "Beryl", "Coral", "Ivory", "Pearl", "Topaz"];

    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public async Task Over_200_rounds_people_and_answers_are_linked_no_better_than_by_chance()
    {
        await using var world = await StartAsync();

        Assert.Empty(await LinkAsync(world, Rounds));
    }

    public override Task<IReadOnlyList<string>> TryAsync(World world) => LinkAsync(world, RoundsBesideOtherAttacks);

    private async Task<IReadOnlyList<string>> LinkAsync(World world, int rounds) =>
        await LinkOnceAsync(world, rounds, seed: 13) is { Count: > 0 } ? await LinkOnceAsync(world, rounds, seed: 31) : [];

    private async Task<IReadOnlyList<string>> LinkOnceAsync(World world, int rounds, int seed)
    {
        var random = new Random(seed);
        var held = Enumerable.Range(0, rounds).Select(_ => (Answered: Shuffled(random, Outcomes), Shared: Shuffled(random, Titles))).ToList();
        var teams = await HeldAsync(world, held);

        var dump = await StorageDump.TakeAsync(world, Emulator, Ct);
        var dumps = teams.Select(team => dump.Of(team).ToList()).ToList();
        var answers = Outcomes.ToDictionary(outcome => outcome, outcome => (string[])[outcome], StringComparer.Ordinal);
        return
        [
            .. Judged("answers", [.. dumps.Select(rows => OrderClues.In(rows, answers))], [.. held.Select(round => round.Answered)]),
            .. Judged("case studies", [.. dumps.Select(rows => OrderClues.In(rows, StoriesIn(rows)))], [.. held.Select(round => round.Shared)]),
        ];
    }

    /// <param name="order">In which people did what is named, round by round.</param>
    private static IReadOnlyList<string> Judged(string what, IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> clues, IReadOnlyList<string[]> order)
    {
        var (half, people) = (order.Count / 2, order[0].Length);
        var seen = clues.SelectMany(clue => clue.Keys).Distinct(StringComparer.Ordinal).ToList();
        var best = seen.MaxBy(clue => Hits(clue, 0, half));
        var hits = best is null ? 0 : Hits(best, half, order.Count);
        var (judged, chance) = ((order.Count - half) * people, Permutations.ChanceOfHits(hits, order.Count - half, people));

        TestContext.Current.SendDiagnosticMessage(
            "{0} rounds of {1} people; orders in the dump that name {2}: {3}; the best on the first half links {4} of {5} people on the second (by chance {6}); p = {7:0.0000}",
            order.Count, people, what, seen.Count, hits, judged, order.Count - half, chance);
        return chance < Significance ? [$"By {best}, {hits} of {judged} people are linked to their {what}; chance would link {order.Count - half} (p = {chance:0.0000})."] : [];

        int Hits(string clue, int from, int to) =>
            Enumerable.Range(from, to - from).Sum(round => clues[round].TryGetValue(clue, out var named) ? named.Zip(order[round]).Count(pair => pair.First == pair.Second) : 0);
    }

    /// <summary>By their titles, and by the ids under which other rows know them.</summary>
    private static Dictionary<string, string[]> StoriesIn(IEnumerable<DumpedRow> rows) =>
        rows.Where(row => row.Row.ContainsKey("Title")).ToDictionary(row => row.Row.GetString("Title")!, row => (string[])[row.Row.GetString("Title")!, row.Row.RowKey.Split('|')[^1]], StringComparer.Ordinal);

    private static string[] Shuffled(Random random, string[] all)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>One round a team: its people answer one after the other, then share a case study each, and it is closed.</summary>
    private static async Task<IReadOnlyList<World>> HeldAsync(World world, IReadOnlyList<(string[] Answered, string[] Shared)> held)
    {
        var teams = held.Select(_ => world.Beside(Outcomes.Length)).ToList();
        await Parallel.ForEachAsync(teams, Ct, async (team, ct) =>
        {
            await team.InstallAsync(ct);
            await team.Lead.SayInChannelAsync(team.Team.General, "open now", ct: ct);
        });
        await world.Bot.WorkAsync(Ct);
        await Parallel.ForEachAsync(teams.Zip(held), Ct, async (one, ct) =>
        {
            var (team, round) = one;
            foreach (var (person, outcome) in team.Team.Members.Zip(round.Answered)) await team.AnswerAsync(person, char.ToLowerInvariant(outcome[0]) + outcome[1..], ct);
            foreach (var (person, title) in team.Team.Members.Zip(round.Shared)) await team.PublishAsync(person, title, ct);
            await team.Lead.SayInChannelAsync(team.Team.General, "close now", ct: ct);
        });
        await world.Bot.WorkAsync(Ct);
        return teams;
    }
}
