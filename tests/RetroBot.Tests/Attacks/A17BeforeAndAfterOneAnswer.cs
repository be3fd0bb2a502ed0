using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Host.Retention;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A17. A storage dump: snapshots before and after one submission. What must happen: linkable while open (disclosed), not after close.</summary>
public sealed class A17BeforeAndAfterOneAnswer(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public Task Nothing_that_one_answer_brought_is_left_after_the_close_and_nothing_of_one_vote_after_voting() => MustWinNothingAsync();

    [Fact]
    public async Task While_the_round_is_open_one_row_more_is_seen_and_this_is_disclosed()
    {
        await using var world = await StartAsync();
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);

        var before = await StorageDump.OfTablesAsync(team, Ct);
        await team.AnswerAsync(team.Team.Members[1], "helped", Ct);
        var after = await StorageDump.OfTablesAsync(team, Ct);

        Assert.Equal(before.Rows.Count + 1, after.Rows.Count);
        Assert.Contains("whoever watches the storage sees that a row appeared when it did", Repository.Read("docs/privacy.md"), StringComparison.Ordinal);
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(["nothingToReport", "rightlyNotUsed"], Ct);
        await team.PublishAsync(team.Team.Members[1], "Release notes", Ct);

        var byAnswer = await BroughtAsync(team, () => team.AnswerAsync(team.Team.Members[4], "helped", Ct));
        await team.AnswerAsync(team.Team.Members[5], "costTime", Ct);
        await team.CloseAsync(Ct);
        var won = await LeftAsync(team, byAnswer, "answer");

        var byVote = await BroughtAsync(team, () => team.VoteAsync(team.Team.Members[4], VoteChoice.Worked, Ct));
        await team.VoteAsync(team.Team.Members[5], VoteChoice.DidNotWork, Ct);
        world.Time.Advance(TimeSpan.FromDays(91));
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);
        return [.. won, .. await LeftAsync(team, byVote, "vote")];
    }

    /// <summary>What is stored after an act and was not before.</summary>
    private static async Task<HashSet<string>> BroughtAsync(World team, Func<Task> act)
    {
        var before = await StoredAsync(team);
        await act();
        var brought = await StoredAsync(team);
        brought.ExceptWith(before);
        Assert.NotEmpty(brought);
        return brought;
    }

    private static async Task<HashSet<string>> StoredAsync(World team) => (await StorageDump.OfTablesAsync(team, Ct)).Rows.SelectMany(row => row.Texts).SelectMany(Parts).ToHashSet(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<string>> LeftAsync(World team, HashSet<string> brought, string by) =>
        [.. (await StorageDump.OfTablesAsync(team, Ct)).Rows.Where(row => row.Texts.SelectMany(Parts).Any(brought.Contains)).Select(row => $"What one {by} brought is still in {row.Table}: {row.Row.RowKey}")];

    /// <summary>A code may be part of another key later.</summary>
    private static IEnumerable<string> Parts(string text) => text.Split('|').Append(text).Where(part => part.Length >= 16);
}
