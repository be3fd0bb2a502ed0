using RetroBot.Benchmarks;
using RetroBot.Host.Local;

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

    // One line a benchmark, one file each; every one prints its own table.
    await CheckInInvokes.RunAsync(Console.Out, ended.Token);
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
