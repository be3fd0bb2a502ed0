using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Contracts.AzureTables;

public sealed class StoredRowsTests(StorageEmulator emulator) : TableTest(emulator)
{
    private static readonly string[] OfEveryRow = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    [Fact]
    public async Task A_closed_round_has_counts_and_no_column_for_a_person_or_an_order()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var found = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!;
        await Stores.Rounds.BeginClosingAsync(found.Value with { State = RoundState.Closed, Key = null, HalfWay = HalfWayLook.NotBegun, Tally = Samples.Tally() }, found.Version, Ct);
        var row = Assert.Single(await RowsOf(Keys.Rounds));
        Assert.Equal(
            ["AsksObligation", "ClosedEarly", "ClosesAt", "Delivered", "OpenedAt", "State", "Tally", "Threshold", "Tools"],
            row.Keys.Except(OfEveryRow, StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Matches("^[^\\[\\]]*$", row.GetString("Tally"));
        Assert.Contains("\"Outcomes\":{\"Helped\":1,\"NoDifference\":0,\"CostTime\":1,\"RightlyNotUsed\":0,\"NothingToReport\":0,\"NotRelevant\":1}", row.GetString("Tally"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_answer_is_its_bytes_and_nothing_else()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct);
        var row = Assert.Single(await RowsOf(Keys.Rounds), row => row.RowKey.StartsWith("a|", StringComparison.Ordinal));
        Assert.Equal(["Sealed"], row.Keys.Except(OfEveryRow, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal($"a|{Samples.Participant(1)}", row.RowKey);
    }

    [Fact]
    public async Task Answering_leaves_no_trace_on_the_ledger_or_the_round()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Samples.RoundId(), [Samples.Delivery(1)], Ct);
        var before = await Untouched();
        await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct);
        Assert.Equal(before, await Untouched());

        async Task<List<string>> Untouched() => [.. (await RowsOf(Keys.Rounds)).Where(row => row.RowKey is Keys.Round || row.RowKey.StartsWith("l|", StringComparison.Ordinal)).Select(row => $"{row.RowKey} {row.ETag}")];
    }

    [Fact]
    public async Task A_destroyed_key_leaves_no_column()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        var found = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!;
        Assert.Contains("WrappedKey", (await RoundRow()).Keys, StringComparer.Ordinal);
        await Stores.Rounds.SaveAsync(found.Value with { State = RoundState.Closed, Key = null }, found.Version, Ct);
        Assert.DoesNotContain((await RoundRow()).Keys, column => column.Contains("Key", StringComparison.Ordinal) && !OfEveryRow.Contains(column, StringComparer.Ordinal));

        async Task<Azure.Data.Tables.TableEntity> RoundRow() => Assert.Single(await RowsOf(Keys.Rounds), row => row.RowKey is Keys.Round);
    }

    [Fact]
    public async Task A_swept_round_is_one_row()
    {
        await Stores.Rounds.OpenAsync(Samples.Round(), Ct);
        await Stores.Ledger.PlanAsync(Samples.RoundId(), [Samples.Delivery(1)], Ct);
        await Stores.Answers.SaveAsync(Samples.RoundId(), Samples.Sealed(1), Ct);
        var found = (await Stores.Rounds.FindAsync(Samples.RoundId(), Ct))!;
        await Stores.Rounds.BeginClosingAsync(found.Value with { State = RoundState.Closing }, found.Version, Ct);
        await Stores.Rounds.SweepAsync(Samples.RoundId(), Ct);
        Assert.Equal(Keys.Round, Assert.Single(await RowsOf(Keys.Rounds)).RowKey);
    }

    [Fact]
    public async Task A_case_study_has_no_column_for_its_author_a_time_or_an_order()
    {
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(1, round: new RoundName(2026, 47)), Ct);
        var row = Assert.Single(await RowsOf(Keys.CaseStudies));
        Assert.Equal(
            [
                "AiRole", "Area", "Changes", "Confidence", "Discovery", "Evidence", "HowToTry", "HumanCheck", "MasterKeyId", "NotWhen", "Quarter", "Round", "Signature", "Support", "Title", "Tool", "UsualWay",
                "Withdraw", "WrappedVoteKey",
            ],
            row.Keys.Except(OfEveryRow, StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_which_of_two_and_nothing_else()
    {
        await Stores.Votes.SaveAsync(Samples.CaseStudyId(1), Samples.Voter(1), Vote.Worked, Ct);
        var row = Assert.Single(await RowsOf(Keys.Votes));
        Assert.Equal(["Vote"], row.Keys.Except(OfEveryRow, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Samples.Voter(1).Value, row.RowKey);
    }

    [Fact]
    public async Task A_case_study_that_is_not_signed_and_not_voted_on_any_more_has_no_name_and_no_key()
    {
        await Stores.CaseStudies.AddAsync(Samples.CaseStudy(1) with { Signature = null, VoteKey = null }, Ct);
        Assert.DoesNotContain(Assert.Single(await RowsOf(Keys.CaseStudies)).Keys, column => column is "Signature" or "WrappedVoteKey" or "MasterKeyId");
    }

    [Fact]
    public async Task A_team_that_is_not_due_is_one_row_and_one_that_was_left_a_note_and_its_due_time()
    {
        await Stores.Teams.AddAsync(Samples.Team(due: Samples.Friday), Ct);
        Assert.Equal(2, (await RowsOf(Keys.Teams)).Count);
        var found = (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!;
        await Stores.Teams.SaveAsync(found.Value with { Due = null }, found.Version, Ct);
        Assert.Single(await RowsOf(Keys.Teams));
        await Stores.LeftTeams.AddAsync(Samples.LeftTeam(), (await Stores.Teams.FindAsync(Samples.TeamId(), Ct))!.Version, Ct);
        Assert.Equal(["d", "x"], (await RowsOf(Keys.Teams)).Select(row => row.RowKey[..1]), StringComparer.Ordinal);
    }
}
