using System.IO.Compression;
using System.Text.Json;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>What was fixed when quarters were closed, a row each, which is written once.</summary>
internal sealed class QuarterStore(Tables tables) : IQuarterStore
{
    public static RowKind Combinations { get; } = new(Keys.Organisation, "what a closed quarter's exports may show", new RowKeys("c|", Topic.Catalog, "tenant and quarter"), Until.Stays, typeof(CombinationsRow));

    public static RowKind Figures { get; } = new(Keys.Organisation, "what the answers of all teams add up to in a closed quarter", new RowKeys("f|", Topic.Organisation, "tenant and quarter"), Until.Stays, typeof(FiguresRow));

    public async Task<IReadOnlySet<Combination>?> CombinationsAsync(TenantId tenant, Quarter quarter, CancellationToken ct) =>
        await tables.Organisation.FindAsync<CombinationsRow>(Keys.PartitionOf(tenant), Keys.CombinationsRow(quarter), ct) is { } row ? row.ToCombinations() : null;

    public Task<SaveOutcome> AddCombinationsAsync(TenantId tenant, Quarter quarter, IReadOnlySet<Combination> combinations, CancellationToken ct) =>
        tables.Organisation.TransactAsync([new(Add, CombinationsRow.Of(tenant, quarter, combinations))], ct).OutcomeAsync();

    public async Task<OrganisationFigures?> FiguresAsync(TenantId tenant, Quarter quarter, CancellationToken ct) =>
        (await tables.Organisation.FindAsync<FiguresRow>(Keys.PartitionOf(tenant), Keys.FiguresRow(quarter), ct))?.ToFigures();

    public IAsyncEnumerable<OrganisationFigures> FiguresAsync(TenantId tenant, CancellationToken ct) =>
        tables.Organisation.QueryAsync<FiguresRow>(Keys.FiguresFilter(tenant), ct).Select(row => row.ToFigures());

    public Task<SaveOutcome> AddFiguresAsync(TenantId tenant, Quarter quarter, OrganisationFigures figures, CancellationToken ct) =>
        tables.Organisation.TransactAsync([new(Add, FiguresRow.Of(tenant, quarter, figures))], ct).OutcomeAsync();

    private sealed class FiguresRow : Row
    {
        [Stored(Topic.Organisation, "shares of all answers that are counted, in tenths, and the bands of how many teams and answers they are; which tools how many teams do without, as bands; never which team gave what")]
        public string Figures { get; set; } = "";

        public static FiguresRow Of(TenantId tenant, Quarter quarter, OrganisationFigures figures) =>
            new() { PartitionKey = Keys.PartitionOf(tenant), RowKey = Keys.FiguresRow(quarter), Figures = JsonSerializer.Serialize(figures) };

        public OrganisationFigures ToFigures() => JsonSerializer.Deserialize<OrganisationFigures>(Figures)!;
    }

    private sealed class CombinationsRow : Row
    {
        /// <summary>JSON, compressed: a column holds 64 KiB.</summary>
        [Stored(Topic.Catalog, "the combinations of tool, work area and outcomes that at least five of the quarter's case studies shared")]
        public byte[] Combinations { get; set; } = [];

        public static CombinationsRow Of(TenantId tenant, Quarter quarter, IReadOnlySet<Combination> combinations)
        {
            using var bytes = new MemoryStream();
            using (var compressed = new BrotliStream(bytes, CompressionLevel.Optimal)) JsonSerializer.Serialize(compressed, combinations);
            return new CombinationsRow { PartitionKey = Keys.PartitionOf(tenant), RowKey = Keys.CombinationsRow(quarter), Combinations = bytes.ToArray() };
        }

        public HashSet<Combination> ToCombinations()
        {
            using var json = new BrotliStream(new MemoryStream(Combinations), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<HashSet<Combination>>(json)!;
        }
    }
}
