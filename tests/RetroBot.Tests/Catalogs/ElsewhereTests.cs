using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Exports, read by other people's programs in another language (csv-parse, read-excel-file and Ajv, in Node.js).</summary>
public sealed class ElsewhereTests(StorageEmulator emulator)
{
    private static readonly string[] Texts =
    [
        "plain", "comma, comma,,", "\"quoted\" and \"\"twice\"\"", "semicolon; and more", "漢字 مرحبا 🎉", "\\ back \\\" slash", "a'b", "1,5", "trailing quote\"", "#comment",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv", "read-csv.mjs")]
    [InlineData("xlsx", "read-xlsx.mjs")]
    public async Task Every_cell_is_read_as_it_was_written(string format, string script)
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Texts.Select((text, number) => SampleStudies.Published(seat.Team("blue"), number, howToTry: text)), Ct);

        var elsewhere = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(await NodeScript.ReadAsync(script, Ct, ("catalog", await seat.ExportAsync(format, Ct))))!;

        Assert.Equal(Texts.Order(StringComparer.Ordinal), elsewhere.Select(row => row["how_to_try"]).Order(StringComparer.Ordinal));
        Assert.Equal(CsvText.Read(await seat.ExportAsync("csv", Ct)), elsewhere);
    }

    [Fact]
    public async Task The_catalog_as_JSON_is_what_its_schema_says_and_anything_else_is_not()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Texts.Select((text, number) => SampleStudies.Published(seat.Team("blue"), number, howToTry: text)), Ct);
        using var answer = await seat.GetAsync("api/catalog.schema.json", token: null, Ct);
        var (schema, catalog) = (await answer.Content.ReadAsByteArrayAsync(Ct), await seat.ExportAsync("json", Ct));

        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("[]", await NodeScript.ReadAsync("check-schema.mjs", Ct, ("schema", schema), ("data", catalog)));
        var text = Encoding.UTF8.GetString(catalog);
        foreach (var (good, bad) in ((string, string)[])[("\"schema_version\":\"1\"", "\"schema_version\":\"2\""), ("\"ai_role\":", "\"author\":"), ("\"how_to_try\":\"plain\"", "\"how_to_try\":null")])
            Assert.NotEqual("[]", await NodeScript.ReadAsync("check-schema.mjs", Ct, ("schema", schema), ("data", Encoding.UTF8.GetBytes(text.Replace(good, bad, StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task What_an_organisation_reads_is_what_its_schema_says()
    {
        var quarter = new Quarter(2026, 4);
        var rounds = Enumerable.Range(0, 3).SelectMany(team => SampleOrganisations.Rounds($"{team}", new Threshold(5), [SampleRounds.OfSize(30, 40).Sample(1, 5).Single()]));
        var report = OrganisationReport.Of([OrganisationFigures.Of(quarter, [.. rounds])]);

        Assert.Equal("[]", await NodeScript.ReadAsync(
            "check-schema.mjs", Ct, ("schema", Encoding.UTF8.GetBytes(CatalogSchema.Organisation)), ("data", JsonSerializer.SerializeToUtf8Bytes(report, OrganisationReport.Format))));
    }
}
