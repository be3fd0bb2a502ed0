using RetroBot.Benchmarks;
using RetroBot.Host.Local;

if (args is [AnotherProcess.Argument, var role, .. var arguments])
{
    await Roles.RunAsync(role, arguments);
    return 0;
}

// One line a benchmark.
Benchmark[] all =
[
    new("check-ins", CheckInInvokes.RunAsync),
    new("rounds", RoundSizes.RunAsync),
    new("due", DueTeams.RunAsync),
    new("start", ColdStart.RunAsync),
    new("fan-out", FanOut.RunAsync),
    new("lifted-fan-out", LiftedFanOut.RunAsync),
    new("catalog", CatalogSize.RunAsync),
];

if (args.Except(all.Select(benchmark => benchmark.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {unknown}. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}. None named means all.");
    return 2;
}

using var ended = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // Cancelled rather than killed, so that the emulator's folder is deleted.
    pressed.Cancel = true;
    ended.Cancel();
};

try
{
    Console.WriteLine(Machine.Description);
    foreach (var benchmark in all)
        if (args.Length == 0 || args.Contains(benchmark.Name, StringComparer.Ordinal)) await benchmark.RunAsync(Console.Out, ended.Token);
    return 0;
}
catch (OperationCanceledException) when (ended.IsCancellationRequested)
{
    return 1;
}
catch (LocalSetupException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
