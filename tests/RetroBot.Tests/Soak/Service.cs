using System.Text.Json.Nodes;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>Two instances of the service that share tables and a clock; they are killed at moments that a seed chooses, and started again at once.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly RunningService[] instances;
    private readonly Task[] killing;
    private readonly Random random;
    private readonly int most;
    private readonly Lock gate = new();
    private TaskCompletionSource running = NewSource();
    private TaskCompletionSource happens = NewSource();
    private int happenings;
    private int asked;
    private int kills;

    /// <param name="most">So many things happen at most between two deaths of an instance.</param>
    private Service(RunningService[] instances, Random random, int most)
    {
        (this.instances, this.random, this.most) = (instances, random, most);
        killing = [.. instances.Select(instance => KillAsync(instance, ended.Token))];
    }

    /// <summary>Only the other one is killed from now on.</summary>
    public RunningService? Survivor { get; set; }

    public RunningService First => instances[0];

    public int Kills => Volatile.Read(ref kills);

    /// <summary>What Teams received, and what people were answered.</summary>
    public int Happenings => Volatile.Read(ref happenings);

    public bool AllRun => Array.TrueForAll(instances, instance => instance.Runs);

    public static async Task<Service> StartAsync(IReadOnlyList<string> settings, SharedClock clock, Random random, int most, CancellationToken ct)
    {
        RunningService[] both = [new RunningService(settings, clock), new RunningService(settings, clock)];
        await Task.WhenAll(both.Select(instance => instance.StartAsync(ct)));
        return new(both, random, most);
    }

    /// <summary>Says so if an instance did not start again.</summary>
    public Task CheckAsync() => killing.FirstOrDefault(task => task.IsFaulted) ?? Task.CompletedTask;

    public void Happened()
    {
        Interlocked.Increment(ref happenings);
        Interlocked.Exchange(ref happens, NewSource()).SetResult();
    }

    /// <summary>Somebody says or presses something, and again whenever no answer comes: Teams, too, sends it again, or they do.</summary>
    public async Task<BotAnswer> SayAsync(JsonObject activity, CancellationToken ct)
    {
        while (true)
        {
            var again = Volatile.Read(ref running).Task;
            var order = instances.Skip(Interlocked.Increment(ref asked) % 2).Concat(instances);
            if (order.FirstOrDefault(instance => instance.Runs) is not { } next) await again.WaitAsync(ct);
            else if (await next.PostAsync(activity, ct) is { } answer)
            {
                Happened();
                return answer;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await Task.WhenAll(killing).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        foreach (var instance in instances) await instance.DisposeAsync();
        ended.Dispose();
    }

    public override string ToString() => string.Join(Environment.NewLine, instances.Select(instance => instance.Output));

    private async Task KillAsync(RunningService instance, CancellationToken ct)
    {
        while (true)
        {
            var at = Happenings + Next();
            while (true)
            {
                var next = Volatile.Read(ref happens).Task;
                if (Happenings >= at) break;
                await next.WaitAsync(ct);
            }
            if (instance == Survivor) return;
            await instance.KillAsync();
            Interlocked.Increment(ref kills);
            await instance.StartAsync(ct);
            Interlocked.Exchange(ref running, NewSource()).SetResult();
        }
    }

    private int Next()
    {
        lock (gate) return random.Next(1, most + 1);
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
