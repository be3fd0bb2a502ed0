using System.Text;
using System.Text.Json;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>What a program owner downloads, from the real service and the real emulator.</summary>
public sealed class CatalogExportTests(StorageEmulator emulator)
{
    private static readonly string[] Columns =
    [
        "id", "use_case_name", "topic_area", "classification", "development_stage", "problem_solved", "benefits", "system_outputs", "vendor_name", "has_pii",
        "schema_version", "usual_way", "ai_role", "human_check", "outcome_tags", "time_band", "time_lost_reported", "confidence", "verification_level", "caveats", "how_to_try",
        "discovery_source", "not_suitable_when", "reporting_period", "support_band", "suppression_note",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_columns_are_those_of_the_inventory_and_then_RetroBot_s_in_their_order()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        var text = Encoding.UTF8.GetString(await seat.ExportAsync("csv", Ct))[1..];

        Assert.Equal(Columns, Assert.Single(CsvText.Records(text)));
    }

    [Fact]
    public async Task A_row_holds_the_author_s_words_and_what_enough_rows_share()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Enumerable.Range(0, 5).Select(number => SampleStudies.Published(
            seat.Team("blue"), number, title: "漢字, \"quoted\"; مرحبا 🎉", support: number < 2 ? new GroupBand(10, 19) : null, metricMoved: number == 1)), Ct);
        seat.Time.MoveTo(new(2027, 1, 8, 0, 0, 0, TimeSpan.Zero));

        var rows = await seat.RowsAsync(Ct);

        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            ("漢字, \"quoted\"; مرحبا 🎉", "writing_code", "less tedious", "Copilot", "1", "by hand", "wrote the draft", "read it twice"),
            (row["use_case_name"], row["topic_area"], row["benefits"], row["vendor_name"], row["schema_version"], row["usual_way"], row["ai_role"], row["human_check"])));
        Assert.All(rows, row => Assert.Equal(
            ("less_tedious", "compared", "paste the ticket", "colleague", "never for numbers", "2026-Q4", ""),
            (row["outcome_tags"], row["confidence"], row["how_to_try"], row["discovery_source"], row["not_suitable_when"], row["reporting_period"], row["suppression_note"])));
        Assert.Equal([("", "author_compared_or_measured"), ("10-19", "team_metric_moved"), ("10-19", "worked_for_others")], rows.Select(row => (row["support_band"], row["verification_level"])).Distinct().Order());
        Assert.All(rows, row => Assert.All(["classification", "development_stage", "problem_solved", "system_outputs", "has_pii", "time_band", "time_lost_reported", "caveats"], unknown => Assert.Empty(row[unknown])));
    }

    [Fact]
    public async Task What_fewer_rows_share_is_left_out_and_the_note_says_so()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Enumerable.Range(0, 5).Select(number => SampleStudies.Published(seat.Team("blue"), number)), Ct);
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue"), 9, title: "rare", area: WorkArea.Compliance, tool: "Claude", change: Change.FewerErrors)], Ct);
        seat.Time.MoveTo(new(2027, 1, 8, 0, 0, 0, TimeSpan.Zero));

        var rare = Assert.Single(await seat.RowsAsync(Ct), row => row["use_case_name"] == "rare");

        Assert.All(["topic_area", "benefits", "vendor_name", "outcome_tags", "confidence", "verification_level", "discovery_source"], column => Assert.Empty(rare[column]));
        Assert.Contains("fewer than 5 rows", rare["suppression_note"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31T23:59:59Z", false)]
    [InlineData("2027-01-07T23:59:59Z", false)]
    [InlineData("2027-01-08T00:00:00Z", true)]
    public async Task Categories_are_shown_a_week_after_their_quarter_is_over(string now, bool shown)
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Enumerable.Range(0, 5).Select(number => SampleStudies.Published(seat.Team("blue"), number)), Ct);
        seat.Time.MoveTo(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.All(await seat.RowsAsync(Ct), row => Assert.Equal((shown ? "writing_code" : "", shown), (row["topic_area"], row["suppression_note"].Length == 0)));
    }

    [Fact]
    public async Task A_case_study_that_waits_or_was_withdrawn_is_in_no_export()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        var withdrawn = SampleStudies.Published(seat.Team("blue"), 1);
        await seat.PublishAsync([withdrawn, SampleStudies.Published(seat.Team("blue"), 2), SampleStudies.Published(seat.Team("blue"), 3) with { Round = null }], Ct);
        await seat.Studies.RemoveAsync((await seat.Studies.FindAsync(withdrawn.Id, Ct))!, Ct);

        Assert.Equal(SampleStudies.Published(seat.Team("blue"), 2).Id.Value, Assert.Single(await seat.RowsAsync(Ct))["id"]);
    }

    [Fact]
    public async Task Another_tenant_s_owner_reads_nothing_of_this_one()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue"), 1, title: "ours")], Ct);
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue", seat.Neighbour), 1, title: "theirs")], Ct);

        Assert.Equal("theirs", Assert.Single(await seat.RowsAsync(Ct, seat.Neighbour))["use_case_name"]);
        Assert.Equal("ours", Assert.Single(await seat.RowsAsync(Ct))["use_case_name"]);
    }

    [Fact]
    public async Task Rows_are_ordered_by_their_random_ids_whatever_team_they_are_of()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Enumerable.Range(0, 40).Select(number => SampleStudies.Published(seat.Team(number < 20 ? "blue" : "red"), number)), Ct);

        var ids = (await seat.RowsAsync(Ct)).Select(row => row["id"]).ToList();

        Assert.Equal(40, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task JSON_says_the_same_as_CSV_without_its_apostrophes_and_null_for_blank()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue"), 1, title: "=1+1 漢 🎉")], Ct);

        using var json = JsonDocument.Parse(await seat.ExportAsync("json", Ct));

        var row = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(Columns, row.EnumerateObject().Select(property => property.Name));
        Assert.Equal("=1+1 漢 🎉", row.GetProperty("use_case_name").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("topic_area").ValueKind);
        Assert.Equal("'=1+1 漢 🎉", Assert.Single(await seat.RowsAsync(Ct))["use_case_name"]);
    }

    [Fact]
    public void The_keys_of_choices_stay_as_they_are() => Assert.Equal(
        "first_drafts summarising meeting_notes email_triage translation document_search research data_analysis spreadsheets writing_code testing_code debugging support_history "
        + "customer_communication marketing_copy planning presentations images_and_media compliance other | colleague training by_accident assigned other | guess compared measured | "
        + "shipped_sooner fewer_errors issue_resolved_quicker shorter_design_cycle less_tedious learned_something nothing_visible work_for_others",
        string.Join(" | ", Words<WorkArea>(), Words<Discovery>(), Words<Confidence>(), Words<Change>()));

    private static string Words<TChoice>()
        where TChoice : struct, Enum => string.Join(' ', Enum.GetValues<TChoice>().Select(CatalogWords.Of));
}
