using System.Text.Json.Nodes;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>Tables of its own, a clock of its own, and the instances of the service that share both; it serves one run after the other, so that a process started after one is there for the next.</summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    /// <summary>By the machine's clock, and a busy machine's.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>By the service's own clock: so many times in a row time was set forward, and no round or team was changed. On a machine that is busy with other things storage itself may be out of reach for a minute.</summary>
    private const int MostJumps = 300;

    /// <summary>So many, and whatever anybody waits for in a round is over; only where a clock was set back somebody waits until it shows the same time again.</summary>
    private const int UntilLongJump = 15;

    private static readonly TimeSpan LongJump = TimeSpan.FromMinutes(10);

    /// <summary>Far longer than one call takes, so that time passes when there is nothing to be done before it has.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    /// <summary>Longer than an instance waits for another, or for its next look, and shorter than one waits for the end of a send.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(20);

    private readonly List<Instance> instances = [];
    private int posts;

    private CrashWorld(string storage, TeamsSimulator teams) => (Storage, Teams) = (storage, teams);

    public string Storage { get; }

    public TeamsSimulator Teams { get; }

    public string Prefix { get; } = StorageEmulator.NewPrefix();

    public Pulse Pulse { get; } = new();

    public SharedClock Clock { get; } = new();

    public IReadOnlyList<Instance> Instances => instances;

    /// <summary>How many calls were answered that may have changed a round or a team.</summary>
    private int Steps => instances.Sum(instance => instance.Gate.Steps);

    /// <param name="mistake">What somebody has got wrong in every instance; null for the service as it is.</param>
    /// <param name="apart">How much later each instance says it is than the one before.</param>
    public static async Task<CrashWorld> MakeAsync(
        string storage, TeamsSimulator teams, IReadOnlyList<string> settings, int instances, CancellationToken ct, Type? mistake = null, TimeSpan apart = default)
    {
        var world = new CrashWorld(storage, teams);
        for (var instance = 0; instance < instances; instance++)
        {
            var gate = await CallGate.StartAsync(storage, teams.ServiceUrl, world.Prefix, world.Pulse, ct);
            var service = new RunningService([$"--Storage:ConnectionString={gate.Storage}", $"--Storage:TablePrefix={world.Prefix}", .. settings], world.Clock, mistake, instance * apart);
            world.instances.Add(new Instance(service, gate, world.Pulse));
        }
        return world;
    }

    /// <exception cref="TimeoutException">It took too long; the message quotes the latest calls, and what the service wrote.</exception>
    public async Task<T> WithPatienceAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(either.Token);
        var passing = PassTimeAsync(patience, either.Token, done.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException waited) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"It came to no end. {this}", waited);
        }
        finally
        {
            await done.CancelAsync();
            await passing;
        }
    }

    /// <summary>Says or presses something, again and again, until the service has answered.</summary>
    /// <param name="isSettled">Asked whenever no answer came: whether there is no need to say it again; null for never.</param>
    /// <returns>Null when it was settled without an answer.</returns>
    public async Task<BotAnswer?> PersistAsync(JsonObject activity, CancellationToken ct, Func<Task<bool>>? isSettled = null)
    {
        while (true)
        {
            await Pulse.WaitUntilAsync(() => Task.FromResult(instances.Any(instance => instance.Runs)), ct);
            // Each in turn, where there are several.
            if (instances.Skip(posts++ % instances.Count).Concat(instances).FirstOrDefault(instance => instance.Runs) is not { } next) continue;
            if (await next.PostAsync(activity, ct) is { } answer) return answer;
            if (isSettled is not null && await isSettled()) return null;
        }
    }

    /// <summary>Looks at once, and again whenever a call was answered that may have changed a round or a team.</summary>
    public Task UntilAsync(Func<Task<bool>> isTrue, CancellationToken ct)
    {
        var seen = -1;
        return Pulse.WaitUntilAsync(async () =>
        {
            var now = Steps;
            if (now == seen) return false;
            seen = now;
            return await isTrue();
        }, ct);
    }

    /// <summary>What stands in a channel and is no reply.</summary>
    public IReadOnlyList<ReceivedActivity> PostsIn(SimulatedChannel channel) => [.. Teams.Posts(channel).Where(post => post.ReplyToId is null && !post.IsDeleted)];

    public override string ToString() => string.Join(
        Environment.NewLine, instances.Select(instance => $"Calls: {string.Join("; ", instance.Gate.Calls.TakeLast(40))}.{Environment.NewLine}{instance.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
        await Clock.DisposeAsync();
    }

    /// <summary>Whoever waits for a time to pass need not wait for it here.</summary>
    /// <param name="patient">Ends with the patience, and not, as <paramref name="ct"/>, with the run: the instances go by this clock in the next one, too.</param>
    private async Task PassTimeAsync(CancellationTokenSource patience, CancellationToken patient, CancellationToken ct)
    {
        using var look = new PeriodicTimer(Quiet, TimeProvider.System);
        try
        {
            var (jumps, changes) = (0, Steps);
            for (var beats = -1; await look.WaitForNextTickAsync(ct); beats = Pulse.Beats)
            {
                if (beats != Pulse.Beats || !instances.TrueForAll(instance => instance.Runs)) continue;
                if (changes != Steps) (jumps, changes) = (0, Steps);
                if (++jumps > MostJumps) await patience.CancelAsync();
                await Clock.AdvanceAsync(jumps > UntilLongJump ? LongJump : Jump, patient);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
