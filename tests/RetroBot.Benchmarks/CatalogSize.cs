using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Local;
using RetroBot.Host.Search;
using RetroBot.Host.Storage;

namespace RetroBot.Benchmarks;

/// <summary>What a large catalog costs those who search, read and export it.</summary>
internal static partial class CatalogSize
{
    private const int Questions = 200;
    private const int Exports = 3;
    private const int AtOnce = 64;
    private const int PageLength = 20;

    private static readonly TenantId Tenant = DemoTenant.Id;
    private static readonly (int Studies, int Teams)[] Sizes = [(10_000, 500), (100_000, 5_000)];

    /// <summary>A word that is everywhere, words together, a typing error, and a word that is nowhere.</summary>
    private static readonly (string Kind, Func<Random, string> Ask)[] Searches =
    [
        ("no words", _ => ""), ("a common word", random => Words.Common(random)), ("three words", random => $"{Words.Any(random)} {Words.Any(random)} {Words.Any(random)}"),
        ("a word with a typing error", random => Words.Mistyped(random)), ("a word that is nowhere", _ => "xylophone"),
    ];

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal) { ["RetroBot:Web:Tenants:0"] = Tenant.Value, ["RetroBot:Web:Readers"] = "everyone" };

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        List<string> searches = [], exports = [];
        foreach (var (studies, teams) in Sizes)
        {
            await using var storage = await Storage.StartAsync(ct);
            await using var service = await Service.StartAsync(storage, ct, Settings);
            await FillAsync(service.Services.GetRequiredService<ICaseStudyStore>(), studies, teams, ct);
            exports.AddRange(await ExportAsync(service.Services, new TableServiceClient(storage.ConnectionString).GetTableClient(Keys.CaseStudies), studies, ct));
            searches.AddRange(await SearchAsync(service, studies, ct));
        }
        await output.WriteLineAsync($"""

            Catalog: one search, {Questions} questions of each kind one after the other, index in memory; the page over HTTP, its {PageLength} rows read from storage, beside reading them alone

            | case studies | asked for | search p50 ms | p95 ms | page p50 ms | p95 ms | page ÷ its rows, bare (p50) |
            |---|---|---|---|---|---|---|
            {string.Join(Environment.NewLine, searches)}

            Catalog: exports, beside reading the same rows bare; median of {Exports} runs (lowest–highest)

            | case studies | format | rows/s | ÷ bare reading | peak of live memory, MiB | bare, MiB |
            |---|---|---|---|---|---|
            {string.Join(Environment.NewLine, exports)}
            """);
    }

    private static Task FillAsync(ICaseStudyStore store, int studies, int teams, CancellationToken ct) => Parallel.ForEachAsync(
        Enumerable.Range(0, studies), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (number, token) => await store.AddAsync(StudyOf(number, teams), token));

    private static CaseStudy StudyOf(int number, int teams)
    {
        var random = new Random(number);
        var team = new TeamId(Tenant, string.Create(CultureInfo.InvariantCulture, $"19:{number % teams:x32}@thread.tacv2"));
        var story = new Story(
            Words.Text(random, 6), Words.Text(random, 22), Words.Text(random, 22), Words.Text(random, 22), [One<Change>(random)], Words.Text(random, 22), Words.Text(random, 40), Words.Tool(random), One<WorkArea>(random), One<Discovery>(random), evidence: null, One<Confidence>(random));
        return new CaseStudy(
            new CaseStudyId(team, string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64():x16}{number:x16}")), story, Signature: null, new Quarter(2026, 1 + (number % 3)), new WithdrawHash($"{number:x64}"), new RoundName(2026, 10), VoteKey: null,
            new Support(new ShownSupport(0, random.Next(10) == 0 ? new GroupBand(5, 9) : null), ShownSupport.None, MetricMoved: false));
    }

    private static TChoice One<TChoice>(Random random)
        where TChoice : struct, Enum => Enum.GetValues<TChoice>()[random.Next(Enum.GetValues<TChoice>().Length)];

    private static async Task<IReadOnlyList<string>> ExportAsync(IServiceProvider services, TableClient table, int studies, CancellationToken ct)
    {
        var (export, rows) = (services.GetRequiredService<CatalogExport>(), new List<string>());
        await ReadBareAsync(); // warms up
        foreach (var writer in services.GetServices<ICatalogWriter>())
        {
            await WriteAsync(writer);
            List<(double Own, double Bare)> runs = [];
            for (var run = 0; run < Exports; run++) runs.Add(((await Effort.TimeAsync(() => WriteAsync(writer))).TotalSeconds, (await Effort.TimeAsync(ReadBareAsync)).TotalSeconds));
            var (own, bare) = (await Effort.MemoryAsync(() => WriteAsync(writer)), await Effort.MemoryAsync(ReadBareAsync));
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {studies:N0} | {writer.Extension} | {Spread.Of("0", runs.Select(run => studies / run.Own))} | {Spread.Of("0.00", runs.Select(run => run.Bare / run.Own))} | {own.Live / 1048576.0:0.0} | {bare.Live / 1048576.0:0.0} |"));
        }
        return rows;

        async Task WriteAsync(ICatalogWriter writer)
        {
            var pipe = PipeWriter.Create(Stream.Null);
            await writer.WriteAsync(export.RowsAsync(Tenant, period: null, ct), pipe, ct);
            await pipe.CompleteAsync();
        }

        async Task ReadBareAsync()
        {
            var read = 0;
            await foreach (var _ in table.QueryAsync<TableEntity>(Keys.CaseStudiesFilter(Tenant), cancellationToken: ct)) read++;
            if (read != studies) throw new InvalidOperationException($"{read} of {studies} rows.");
        }
    }

    private static async Task<IReadOnlyList<string>> SearchAsync(Service service, int studies, CancellationToken ct)
    {
        var indexes = service.Services.GetRequiredService<CatalogIndexes>();
        if (!await indexes.RunOnceAsync(ct)) throw new InvalidOperationException("There is no index.");
        var (index, store) = (indexes.Of(Tenant)!, service.Services.GetRequiredService<ICaseStudyStore>());
        using var reader = await SignInAsync(service, ct);
        var rows = new List<string>();
        foreach (var (kind, ask) in Searches)
        {
            var (random, search, page, bare) = (new Random(1), new List<double>(), new List<double>(), new List<double>());
            for (var question = -5; question < Questions; question++)
            {
                var words = ask(random);
                var start = Stopwatch.GetTimestamp();
                var hits = index.Find(CatalogQuery.Everything with { Words = words }, page: 1, PageLength);
                var (found, begun) = (Stopwatch.GetElapsedTime(start), Stopwatch.GetTimestamp());
                await Task.WhenAll(hits.Rows.Select(hit => store.FindAsync(hit.Id, ct)));
                var (read, asked) = (Stopwatch.GetElapsedTime(begun), Stopwatch.GetTimestamp());
                _ = await reader.GetByteArrayAsync(new Uri($"catalog?lang=en&q={Uri.EscapeDataString(words)}", UriKind.Relative), ct);
                if (question < 0) continue; // warms up
                search.Add(found.TotalMilliseconds);
                bare.Add(read.TotalMilliseconds);
                page.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {studies:N0} | {kind} | {At(search, 50):0.0} | {At(search, 95):0.0} | {At(page, 50):0.0} | {At(page, 95):0.0} | {(At(bare, 50) < 0.5 ? "no rows" : $"{At(page, 50) / At(bare, 50):0.0}")} |"));
        }
        return rows;
    }

    private static double At(List<double> values, int percentile) => values.Order().ElementAt((values.Count - 1) * percentile / 100);

    /// <summary>As anybody does on a developer's machine.</summary>
    private static async Task<HttpClient> SignInAsync(Service service, CancellationToken ct)
    {
        var reader = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = service.Http.BaseAddress };
        var token = Token().Match(await reader.GetStringAsync(new Uri("sign-in", UriKind.Relative), ct)).Groups["token"].Value;
        using var answer = await reader.PostAsync(new Uri("sign-in/local", UriKind.Relative), new FormUrlEncodedContent([new("as", "reader"), new("__RequestVerificationToken", token)]), ct);
        answer.EnsureSuccessStatusCode();
        return reader;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
