namespace RetroBot.Benchmarks;

/// <summary>One benchmark: it prints its own table.</summary>
/// <param name="Name">By which it is asked for on the command line.</param>
internal sealed record Benchmark(string Name, Func<TextWriter, CancellationToken, Task> RunAsync);
