using RetroBot.Core.CheckIns;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A13. A storage dump after close: joins tables by id, order, row position, <c>Timestamp</c>. What must happen: linkage no better than chance over 200 seeded rounds.
/// </summary>
/// <remarks>
/// The attacker knows who answered in which order, say from the network, and that everyone answered differently. They learn on one half of the rounds which order in the dump
/// tells most, and are judged on the other half.
/// </remarks>
public sealed class A13WhoseAnswerIsIt(StorageEmulator emulator) : Attack(emulator)
{
    private const int Rounds = 200;

    /// <summary>Enough for a mistake to show: a certain link is six times as good as chance.</summary>
    private const int RoundsBesideOtherAttacks = 8;

    /// <summary>Chance alone does as well in one run out of a thousand.</summary>
    private const double Significance = 0.001;

    private static readonly string[] Outcomes = [.. Enum.GetNames<Outcome>()];

    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public async Task Over_200_rounds_people_and_answers_are_linked_no_better_than_by_chance()
    {
        await using var world = await StartAsync();

        Assert.Empty(await LinkAsync(world, Rounds));
    }

    public override Task<IReadOnlyList<string>> TryAsync(World world) => LinkAsync(world, RoundsBesideOtherAttacks);

    private async Task<IReadOnlyList<string>> LinkAsync(World world, int rounds)
    {
        var random = new Random(13);
        var answered = Enumerable.Range(0, rounds).Select(_ => (string[])[.. Outcomes]).ToList();
        foreach (var order in answered) random.Shuffle(order);
        var teams = await HeldAsync(world, answered);

        var dump = await StorageDump.TakeAsync(world, Emulator, Ct);
        var clues = teams.Select(team => OrderClues.In(dump.Of(team), Outcomes)).ToList();
        var seen = clues.SelectMany(clue => clue.Keys).Distinct(StringComparer.Ordinal).ToList();
        var half = rounds / 2;
        var best = seen.MaxBy(clue => Hits(clue, 0, half));
        var hits = best is null ? 0 : Hits(best, half, rounds);
        var chance = Permutations.ChanceOfHits(hits, rounds - half, Outcomes.Length);

        TestContext.Current.SendDiagnosticMessage(
            "{0} rounds of {1} people; orders in the dump that name answers: {2}; the best on the first half links {3} of {4} people on the second (by chance {5}); p = {6:0.0000}",
            rounds, Outcomes.Length, seen.Count, hits, (rounds - half) * Outcomes.Length, rounds - half, chance);
        return chance < Significance ? [$"By {best}, {hits} of {(rounds - half) * Outcomes.Length} people are linked to their answers; chance would link {rounds - half} (p = {chance:0.0000})."] : [];

        int Hits(string clue, int from, int to) =>
            Enumerable.Range(from, to - from).Sum(round => clues[round].TryGetValue(clue, out var order) ? order.Zip(answered[round]).Count(pair => pair.First == pair.Second) : 0);
    }

    /// <summary>One round a team: its people answer one after the other, and it is closed.</summary>
    private static async Task<IReadOnlyList<World>> HeldAsync(World world, IReadOnlyList<string[]> answered)
    {
        var teams = answered.Select(_ => world.Beside(Outcomes.Length)).ToList();
        await Parallel.ForEachAsync(teams, Ct, async (team, ct) =>
        {
            await team.InstallAsync(ct);
            await team.Lead.SayInChannelAsync(team.Team.General, "open now", ct: ct);
        });
        await world.Bot.WorkAsync(Ct);
        await Parallel.ForEachAsync(teams.Zip(answered), Ct, async (held, ct) =>
        {
            foreach (var (person, outcome) in held.First.Team.Members.Zip(held.Second)) await held.First.AnswerAsync(person, char.ToLowerInvariant(outcome[0]) + outcome[1..], ct);
            await held.First.Lead.SayInChannelAsync(held.First.Team.General, "close now", ct: ct);
        });
        await world.Bot.WorkAsync(Ct);
        return teams;
    }
}
