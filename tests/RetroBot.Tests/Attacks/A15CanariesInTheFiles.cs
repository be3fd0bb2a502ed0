using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using NodaTime;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Host.Retention;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A15. A storage dump after close: searches the emulator's files for a canary answer and a canary user id. What must happen: open rows and keys are gone from the tables;
/// what the engine's own files keep is documented.
/// </summary>
public sealed class A15CanariesInTheFiles(SavingStorageEmulator emulator) : Attack(emulator)
{
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(5);

    public override Holding Holds => Holding.StorageDump;

    [Fact]
    public Task Open_rows_votes_and_keys_are_gone_from_the_tables_and_with_the_next_save_from_the_files() => MustWinNothingAsync();

    [Fact]
    public async Task While_the_round_is_open_both_canaries_are_in_the_tables_and_the_files_and_the_answer_is_not_in_clear()
    {
        await using var world = await StartAsync();
        var (team, canary) = await AnsweredAsync(world);

        var dump = await StorageDump.TakeAsync(team, Emulator, Ct);
        var (ids, secrets, clear) = await CanariesAsync(team, canary);

        Assert.All([.. ids, .. secrets], text => Assert.True(Contain(dump.Files, text) && dump.Rows.Any(row => row.Texts.Any(stored => stored.Contains(text, StringComparison.Ordinal))), text));
        Assert.All(clear, text => Assert.False(Contain(dump.Files, text), text));
    }

    [Fact]
    public void What_the_files_keep_is_documented() =>
        Assert.Contains($"saves its tables every {BetweenSaves.TotalSeconds} seconds", Repository.Read("docs/privacy.md"), StringComparison.Ordinal);

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var (team, canary) = await AnsweredAsync(world);
        var (ids, secrets, clear) = await CanariesAsync(team, canary);
        var receipt = await team.PublishAsync(canary, "Release notes", Ct);
        string[] canaries = [.. ids, .. secrets, .. clear, $"{receipt["code"]}"];
        await team.CloseAsync(Ct);
        // Where people's chats are stays, as the document says. It is taken out, so that whatever is found is the round's.
        await world.Bot.Services.GetRequiredService<IChatStore>().RemoveBeforeAsync(new LocalDate(9999, 1, 1), Ct);

        var won = await FoundAsync(team, canaries, "after the close");
        if (won.Count > 0) return won;

        await team.VoteAsync(canary, VoteChoice.Worked, Ct);
        string[] voting = [.. (await StorageDump.OfTablesAsync(team, Ct)).Of(team).SelectMany(VotingIn)];
        Assert.Equal(2, voting.Length);
        world.Time.Advance(TimeSpan.FromDays(91));
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);
        return await FoundAsync(team, [.. canaries, .. voting], "after voting has ended");
    }

    /// <summary>The canary's voter code, and the wrapped key under which it has that code.</summary>
    private static IEnumerable<string> VotingIn(DumpedRow row) =>
        row.Table == Keys.Votes ? [row.Row.RowKey] : row.Row.TryGetValue("WrappedVoteKey", out var key) ? [Convert.ToBase64String((byte[])key)] : [];

    private async Task<IReadOnlyList<string>> FoundAsync(World team, string[] canaries, string when)
    {
        var tables = await StorageDump.OfTablesAsync(team, Ct);
        var found = canaries.Where(text => tables.Rows.Any(row => row.Texts.Any(stored => stored.Contains(text, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (found.Count > 0) return [.. found.Select(text => $"In the tables {when}: {text}")];

        var since = TimeProvider.System.GetTimestamp();
        var files = (await StorageDump.TakeAsync(team, Emulator, Ct)).Files;
        TestContext.Current.SendDiagnosticMessage("The emulator's files were searched {0:0.0} s {1}, at the first save: {2:N0} characters.", TimeProvider.System.GetElapsedTime(since).TotalSeconds, when, files.Length);
        return [.. canaries.Where(text => Contain(files, text)).Select(text => $"In the emulator's files {when}, with its next save: {text}")];
    }

    private static async Task<(World Team, SimulatedPerson Canary)> AnsweredAsync(World world)
    {
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(["helped", "costTime", "notRelevant", "nothingToReport", "rightlyNotUsed"], Ct);
        return (team, team.Team.Members[1]);
    }

    /// <summary>The canary's ids; row and content of the sealed answer, and the wrapped key; the answer in clear.</summary>
    private static async Task<(string[] Ids, string[] Secrets, string[] Clear)> CanariesAsync(World team, SimulatedPerson canary)
    {
        using var key = await team.KeyOfOpenRoundAsync(Ct);
        var code = key.ParticipantOf(new(canary.ObjectId.ToString()));
        var rows = await team.RowsAsync("rounds", Ct);
        var sealedAnswer = rows.Single(row => row.RowKey.EndsWith(code.Value, StringComparison.Ordinal)).GetBinary("Sealed")!;
        var round = await team.RoundAsync(Ct);
        var answer = AnswerCodec.Decode(key.Open(new SealedAnswer(code, sealedAnswer)), round.Tools);
        return (
            [canary.ObjectId.ToString(), canary.Id],
            [Convert.ToBase64String(sealedAnswer), Convert.ToBase64String(round.Key!.Bytes.Span)],
            [Convert.ToBase64String(AnswerCodec.Encode(answer, round.Tools)), key.Secret.Use(bytes => Convert.ToBase64String(bytes.Span))]);
    }

    private static bool Contain(string files, string text) => files.Contains(text, StringComparison.OrdinalIgnoreCase);
}
