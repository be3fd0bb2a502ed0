using System.IO.Pipelines;
using Moq;
using NodaTime;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

public sealed class StreamingTests
{
    private static readonly TenantId Tenant = new("tenant");
    private static readonly TeamId Team = new(Tenant, "team");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => ["csv", "json", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_reader_who_stops_reading_stops_the_writer(string format)
    {
        const int Endless = 1_000_000;
        var (taken, pipe) = (0, new Pipe(new PipeOptions(pauseWriterThreshold: 16 * 1024, resumeWriterThreshold: 8 * 1024, useSynchronizationContext: false)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        // Nothing here waits for anything but the pipe: when this call returns, the pipe is full.
        var writing = Writer(format).WriteAsync(Rows(), pipe.Writer, stop.Token);

        Assert.False(writing.IsCompleted);
        Assert.InRange(taken, 1, 5_000);
        await stop.CancelAsync();
        await pipe.Reader.CompleteAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        async IAsyncEnumerable<CatalogRow> Rows()
        {
            await ValueTask.CompletedTask;
            for (; taken < Endless; taken++) yield return new CatalogRow(SampleStudies.Published(Team, taken, title: $"{Guid.NewGuid()}"), shown: null);
        }
    }

    [Fact]
    public async Task A_large_catalog_is_read_once_and_every_row_comes_once_in_the_order_of_ids()
    {
        const int Size = 9_000;
        var reads = 0;
        var store = new Mock<ICaseStudyStore>(MockBehavior.Strict);
        store.Setup(studies => studies.PublishedAsync(Tenant, It.IsAny<CancellationToken>())).Returns(() =>
        {
            reads++;
            return Enumerable.Range(0, Size).Select(number => SampleStudies.Published(Team, number)).ToAsyncEnumerable();
        });
        var export = new CatalogExport(store.Object, new QuarterReleases(Mock.Of<IQuarterStore>(MockBehavior.Strict), new TestTime(World.Start)));

        var ids = await export.RowsAsync(Tenant, period: null, Ct).Select(row => row.Id).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(0, Size).Select(number => SampleStudies.Published(Team, number).Id.Value).Order(StringComparer.Ordinal), ids);
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Two_exports_at_once_settle_a_quarter_once()
    {
        var theirs = new HashSet<Combination>();
        var quarters = new Mock<IQuarterStore>(MockBehavior.Strict);
        quarters.SetupSequence(store => store.CombinationsAsync(Tenant, SampleStudies.Q4, It.IsAny<CancellationToken>())).ReturnsAsync((IReadOnlySet<Combination>?)null).ReturnsAsync(theirs);
        quarters.Setup(store => store.AddCombinationsAsync(Tenant, SampleStudies.Q4, It.IsAny<IReadOnlySet<Combination>>(), It.IsAny<CancellationToken>())).ReturnsAsync(Core.SaveOutcome.Conflict);
        var store = new Mock<ICaseStudyStore>(MockBehavior.Strict);
        store.Setup(studies => studies.PublishedAsync(Tenant, It.IsAny<CancellationToken>())).Returns(() => Enumerable.Range(0, 5).Select(number => SampleStudies.Published(Team, number)).ToAsyncEnumerable());

        var rows = await new CatalogExport(store.Object, new QuarterReleases(quarters.Object, new TestTime(Instant.FromUtc(2027, 2, 1, 0, 0).ToDateTimeOffset()))).RowsAsync(Tenant, period: null, Ct).ToListAsync(Ct);

        Assert.All(rows, row => Assert.Equal(Traits.None, row.Shown));
    }

    private static ICatalogWriter Writer(string format) => format switch { "csv" => new CsvCatalogWriter(), "json" => new JsonCatalogWriter(), _ => new XlsxCatalogWriter() };
}
