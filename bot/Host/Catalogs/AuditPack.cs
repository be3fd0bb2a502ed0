using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;

namespace RetroBot.Host.Catalogs;

/// <summary>Everything that an organisation reads, in one file, with how each figure was made and what was withheld, so that somebody else can check it: what is counted from the catalog can be counted again.</summary>
internal sealed class AuditPack(CatalogExport export, CsvCatalogWriter csv, IQuarterStore quarters)
{
    public const string ContentType = "application/zip";

    /// <summary>Which facets are counted together; the pages show some of these.</summary>
    private static readonly (CatalogFacet Lines, CatalogFacet Columns)[] Tables =
    [
        (CatalogFacet.Outcome, CatalogFacet.Period), (CatalogFacet.Area, CatalogFacet.Period), (CatalogFacet.Tool, CatalogFacet.Period), (CatalogFacet.Verification, CatalogFacet.Period),
        (CatalogFacet.Area, CatalogFacet.Outcome), (CatalogFacet.Area, CatalogFacet.Verification),
    ];

    /// <summary>Of each facet, the column of the catalog that it is counted from.</summary>
    private static readonly Dictionary<CatalogFacet, string> ColumnOf = new()
    {
        [CatalogFacet.Area] = "topic_area", [CatalogFacet.Tool] = "vendor_name", [CatalogFacet.Outcome] = "outcome_tags", [CatalogFacet.Verification] = "verification_level", [CatalogFacet.Period] = "reporting_period",
    };

    private static readonly string[] HowToRecompute =
    [
        "RetroBot: audit pack",
        "",
        "catalog.csv             every published case study, one a row",
        "catalog.schema.json     its columns, as JSON Schema; an empty cell is null there",
        "counted.csv             what is counted from the rows of catalog.csv",
        "organisation.json       what the answers of all teams add up to, quarter by quarter, with how that was made",
        "organisation.schema.json",
        "withheld.csv            which of these figures were withheld, or do not count every round",
        "SHA256SUMS              of all of these: sha256sum --check SHA256SUMS",
        "",
        "To count again: for each pair of values of the two columns that a line of counted.csv names, count the rows of catalog.csv that have both (of outcome_tags, each tag that stands between \"; \").",
        $"Fewer than {Generalisation.Threshold.Answers} are not told; others as a range: 5 to 9, 10 to 19, 20 to 49, 50 and more. at_most is empty for \"and more\".",
        "",
        "The figures in organisation.json rest on answers that nobody may read, and which are destroyed when a round closes: they cannot be counted again. What can be checked: that they never change once they are made (keep this pack, and compare),",
        "that shares are multiples of ten, and that each rests on enough teams and answers.",
        "",
        "How the rows of catalog.csv came about:",
    ];

    /// <param name="open">Called once storage has answered.</param>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task WriteAsync(TenantId tenant, Func<PipeWriter> open, CancellationToken ct)
    {
        var report = OrganisationReport.Of(await quarters.FiguresAsync(tenant, ct).ToListAsync(ct));
        await using var rows = export.RowsAsync(tenant, period: null, ct).GetAsyncEnumerator(ct);
        var any = await rows.MoveNextAsync();

        var (to, counts) = (open(), new Dictionary<FacetValues, int>());
        await using (var pack = new SummedZip(to))
        {
            await pack.AddAsync("README.txt", string.Join("\r\n", HowToRecompute.Concat(WorkbookParts.Method)), ct);
            await pack.AddAsync("catalog.csv", part => csv.WriteAsync(CountedAsync(ct), PipeWriter.Create(part, new StreamPipeWriterOptions(leaveOpen: true)), ct), ct);
            await pack.AddAsync("catalog.schema.json", CatalogSchema.Catalog, ct);
            await pack.AddAsync("counted.csv", Table(["lines", "line", "columns", "column", "at_least", "at_most"], Tables.SelectMany(pair => Cells(pair.Lines, pair.Columns, counts))), ct);
            await pack.AddAsync("organisation.json", JsonSerializer.Serialize(report, OrganisationReport.Format), ct);
            await pack.AddAsync("organisation.schema.json", CatalogSchema.Organisation, ct);
            await pack.AddAsync("withheld.csv", Table(["quarter", "figure", "what"], report.Quarters.SelectMany(quarter => quarter.Figures, (quarter, figure) => (string[])[quarter.Name, figure.Key, figure.LeftOut])), ct);
            await pack.AddSumsAsync("SHA256SUMS", ct);
        }
        await to.FlushAsync(ct);

        async IAsyncEnumerable<CatalogRow> CountedAsync([EnumeratorCancellation] CancellationToken token)
        {
            for (; any; any = await rows.MoveNextAsync())
            {
                counts[rows.Current.Facets] = counts.GetValueOrDefault(rows.Current.Facets) + 1;
                yield return rows.Current;
                // What is on its way to a slow reader does not grow with the catalog.
                await to.FlushManyAsync(token);
            }
        }
    }

    private static IEnumerable<string[]> Cells(CatalogFacet lines, CatalogFacet columns, Dictionary<FacetValues, int> counts)
    {
        var table = CrossTable.Of(counts, lines, columns);
        return from line in table.Lines
               from column in table.Columns
               let band = table[line, column]
               where band is not null
               select (string[])[ColumnOf[lines], line, ColumnOf[columns], column, Number(band.From), band.To is { } most ? Number(most) : ""];
    }

    private static string Table(string[] head, IEnumerable<string[]> lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var table = new CsvWriter(text, CsvCatalogWriter.Rfc4180))
        {
            foreach (var line in (IEnumerable<string[]>)[head, .. lines])
            {
                foreach (var cell in line) table.WriteField(SpreadsheetText.WithoutFormulas(cell));
                table.NextRecord();
            }
        }
        return text.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
