using System.Security.Cryptography;
using RetroBot.Host.Web;

namespace RetroBot.Benchmarks;

/// <summary>From the start of the process until it answers a request, and what it holds when nobody asks anything, beside a web service that does nothing.</summary>
internal static class ColdStart
{
    private const int Runs = 7;
    private const double Mebibyte = 1 << 20;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        await using var storage = await Storage.StartAsync(ct);
        var folder = Directory.CreateTempSubdirectory("retrobot-benchmark-");
        try
        {
            var key = Path.Combine(folder.FullName, "master.key");
            await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
            Candidate service = new("RetroBot", PublicDocument.Privacy.Path,
            [
                Path.Combine(AppContext.BaseDirectory, "RetroBot.Host.dll"), $"--Storage:ConnectionString={storage.ConnectionString}", $"--RetroBot:MasterKey:File={key}",
                "--RetroBot:Local:Playground=false", "--RetroBot:Local:Demo=false",
            ]);
            Candidate floor = new("floor: an empty web service", "/", [Path.Combine(AppContext.BaseDirectory, "RetroBot.Benchmarks.dll"), AnotherProcess.Argument, Roles.EmptyHost]);
            for (var run = 0; run < Runs; run++)
                foreach (var candidate in (Candidate[])[service, floor]) await candidate.MeasureAsync(folder.FullName, ct);

            await output.WriteLineAsync($"""

                Cold start to the first answer, and memory after {Idle.TotalSeconds} s of nothing; {Runs} runs, median (lowest–highest)

                | | ready after ms | ÷ the floor | resident MiB | ÷ the floor |
                |---|---|---|---|---|
                {service.RowBeside(floor)}
                {floor.RowBeside(floor)}
                """);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Candidate(string name, string path, IReadOnlyList<string> arguments)
    {
        private readonly List<double> ready = [];
        private readonly List<double> resident = [];

        public async Task MeasureAsync(string folder, CancellationToken ct)
        {
            await using var started = await StartedProcess.UntilAnsweringAsync(arguments, folder, path, ct);
            ready.Add(started.ReadyAfter.TotalMilliseconds);
            await Task.Delay(Idle, TimeProvider.System, ct);
            resident.Add(started.ResidentBytes / Mebibyte);
        }

        public string RowBeside(Candidate floor) =>
            $"| {name} | {Spread.Of("0", ready)} | {Spread.Of("0.0", ready.Zip(floor.ready, (own, theirs) => own / theirs))}"
            + $" | {Spread.Of("0", resident)} | {Spread.Of("0.0", resident.Zip(floor.resident, (own, theirs) => own / theirs))} |";
    }
}
