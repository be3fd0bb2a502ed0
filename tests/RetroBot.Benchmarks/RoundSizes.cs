using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Deliveries;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Host.Rounds;
using RetroBot.Host.Storage;

namespace RetroBot.Benchmarks;

/// <summary>What opening, closing and clearing up a round cost as it grows, beside writing, reading and deleting the same rows bare.</summary>
internal static class RoundSizes
{
    private const int AnswersAtOnce = 400;
    private const int LargestTransaction = 100;

    private static readonly (int Answers, int Runs)[] Sizes = [(10, 9), (1_000, 5), (25_000, 3)];
    private static readonly string[] Tools = ["Microsoft 365 Copilot", "GitHub Copilot"];

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        await using var storage = await Storage.StartAsync(ct);
        await using var service = await Service.StartAsync(storage, ct);
        var bare = new TableServiceClient(storage.ConnectionString).GetTableClient("bare");
        await bare.CreateIfNotExistsAsync(ct);
        var rounds = new Rounds(service.Services, new TableServiceClient(storage.ConnectionString).GetTableClient(Keys.Rounds), bare);
        await rounds.RunAsync(10, new Figures(), measuresMemory: false, ct); // warms up

        await output.WriteLineAsync("""

            Rounds: what each step takes, beside the same rows bare; median of the runs (lowest–highest)

            | answers | step | ms | bare ms | ÷ bare | µs an answer | peak of live memory, KiB | bare, KiB |
            |---|---|---|---|---|---|---|---|
            """);
        foreach (var (answers, runs) in Sizes)
        {
            var figures = new Figures();
            for (var run = 0; run < runs; run++) await rounds.RunAsync(answers, figures, measuresMemory: false, ct);
            await rounds.RunAsync(answers, figures, measuresMemory: true, ct);
            await output.WriteLineAsync(figures.Rows(answers));
        }
    }

    private sealed class Figures
    {
        private readonly List<(string Step, List<double> Own, List<double> Bare)> times = [];
        private readonly Dictionary<string, (long Own, long Bare)> memory = new(StringComparer.Ordinal);

        public async Task AddAsync(string step, bool measuresMemory, Func<Task> own, Func<Task> bare)
        {
            if (measuresMemory)
            {
                var theirs = await Effort.MemoryAsync(bare);
                memory[step] = ((await Effort.MemoryAsync(own)).Live, theirs.Live);
                return;
            }
            if (times.All(known => known.Step != step)) times.Add((step, [], []));
            var found = times.Single(known => known.Step == step);
            found.Bare.Add((await Effort.TimeAsync(bare)).TotalMilliseconds);
            found.Own.Add((await Effort.TimeAsync(own)).TotalMilliseconds);
        }

        public string Rows(int answers) => string.Join(Environment.NewLine, times.Select(step => string.Create(CultureInfo.InvariantCulture,
            $"| {answers:N0} | {step.Step} | {Spread.Of("0", step.Own)} | {Spread.Of("0", step.Bare)} | {Spread.Of("0.00", step.Bare.Zip(step.Own, (theirs, own) => own / theirs))}")
            + string.Create(CultureInfo.InvariantCulture, $" | {step.Own.Order().ElementAt(step.Own.Count / 2) * 1000 / answers:0} | {memory[step.Step].Own / 1024:N0} | {memory[step.Step].Bare / 1024:N0} |")));
    }

    private sealed class Rounds(IServiceProvider services, TableClient stored, TableClient bare)
    {
        private readonly TenantId tenant = new("72f988bf-86f1-41af-91ab-2d7cd011db47");
        private int teams;

        public async Task RunAsync(int answers, Figures figures, bool measuresMemory, CancellationToken ct)
        {
            // Of a team of its own, so that no round finds counts of one before.
            var id = new RoundId(new TeamId(tenant, string.Create(CultureInfo.InvariantCulture, $"19:benchmark-{++teams}@thread.tacv2")), new RoundName(2026, 47));
            var (rounds, ledger, closer, keys) = (services.GetRequiredService<IRoundStore>(), services.GetRequiredService<ILedger>(), services.GetRequiredService<RoundCloser>(), services.GetRequiredService<RoundKeys>());
            using var key = RoundKey.New(id);
            var now = TimeProvider.System.GetUtcNow().ToInstant();
            var round = new Round(id, RoundState.Open, now, now + Duration.FromDays(3), ClosedEarly: false, new Threshold(5), Tools, AsksObligation: true,
                await keys.WrapAsync(key, ct), Delivered: false, Tally: null, Shown: null, Digest: null, Post: null);
            var lines = Enumerable.Range(0, answers).Select(person => new Delivery(UserOf(person), $"29:{person}", DeliveryState.Planned)).ToList();

            await figures.AddAsync("open, and plan a card for each", measuresMemory,
                async () =>
                {
                    await rounds.OpenAsync(round, ct);
                    await ledger.PlanAsync(id, lines, ct);
                },
                () => WriteBareAsync(id, "l", answers, ct));

            await AnswerAsync(id, key, answers, ct);
            await WriteBareAsync(id, "a", answers, ct);

            await figures.AddAsync("close: read, open and add up the answers, build the digest", measuresMemory,
                async () =>
                {
                    await closer.BeginAsync((await rounds.FindAsync(id, ct))!, ct);
                    await closer.SealAsync((await rounds.FindAsync(id, ct))!, said: null, ct);
                },
                () => ReadBareAsync(id, ct));
            if ((await rounds.FindAsync(id, ct))!.Value.Tally?.Answered != answers) throw new InvalidOperationException("Not every answer was counted.");

            await figures.AddAsync("clear up: delete the answers and the ledger", measuresMemory, () => rounds.SweepAsync(id, ct), () => DeleteBareAsync(id, ct));
            if (await stored.QueryAsync<TableEntity>($"PartitionKey eq '{Keys.PartitionOf(id)}'", cancellationToken: ct).CountAsync(ct) != 1) throw new InvalidOperationException("A closed round is one row.");
        }

        private async Task AnswerAsync(RoundId id, RoundKey key, int answers, CancellationToken ct)
        {
            var store = services.GetRequiredService<IAnswerStore>();
            await Parallel.ForEachAsync(Enumerable.Range(0, answers), new ParallelOptions { MaxDegreeOfParallelism = AnswersAtOnce, CancellationToken = ct }, async (person, token) =>
            {
                var plain = AnswerCodec.Encode(new Answer.Full(Outcome.Helped, TimeBand.FifteenToSixtyMinutes, [Change.LessTedious], Confidence.Compared, Tools[person % 2], Obligation.Slightly), Tools);
                await store.SaveAsync(id, key.Seal(key.ParticipantOf(UserOf(person)), plain), token);
            });
        }

        private async Task WriteBareAsync(RoundId id, string kind, int rows, CancellationToken ct)
        {
            foreach (var some in Enumerable.Range(0, rows).Chunk(LargestTransaction))
                await bare.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BareRow(id, kind, row))), ct);
        }

        private static TableEntity BareRow(RoundId id, string kind, int row) => kind == "l"
            ? new TableEntity(Keys.PartitionOf(id), $"l|{UserOf(row)}") { ["ChannelAccount"] = $"29:{row}", ["State"] = "Planned" }
            : new TableEntity(Keys.PartitionOf(id), $"a|{row:x32}") { ["Sealed"] = new byte[64] };

        private async Task ReadBareAsync(RoundId id, CancellationToken ct)
        {
            await foreach (var row in bare.QueryAsync<TableEntity>(Keys.AnswersFilter(id), cancellationToken: ct)) _ = row;
        }

        private async Task DeleteBareAsync(RoundId id, CancellationToken ct)
        {
            List<TableTransactionAction> some = [];
            await foreach (var row in bare.QueryAsync<TableEntity>($"PartitionKey eq '{Keys.PartitionOf(id)}'", select: ["PartitionKey", "RowKey"], cancellationToken: ct))
            {
                some.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
                if (some.Count < LargestTransaction) continue;
                await bare.SubmitTransactionAsync(some, ct);
                some.Clear();
            }
            if (some.Count > 0) await bare.SubmitTransactionAsync(some, ct);
        }

        private static UserId UserOf(int person) => new(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{person:000000000000}"));
    }
}
