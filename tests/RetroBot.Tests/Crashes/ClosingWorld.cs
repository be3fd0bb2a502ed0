using Azure.Data.Tables;
using NodaTime.Extensions;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Crashes;

/// <summary>Tables for copies of the prepared round, one after the other, and the instances of the service that are to close them.</summary>
internal sealed class ClosingWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string prefix = StorageEmulator.NewPrefix();
    private readonly Pulse pulse = new();
    private readonly List<Instance> instances = [];
    private int saves;

    private ClosingWorld(PreparedRound round) => Round = round;

    public PreparedRound Round { get; }

    /// <summary>Every copy has its own.</summary>
    public SimulatedChannel Channel { get; private set; } = null!;

    public IReadOnlyList<Instance> Instances => instances;

    /// <param name="mistake">What somebody has got wrong in every instance; null for the service as it is.</param>
    public static async Task<ClosingWorld> MakeAsync(PreparedRound round, int instances, CancellationToken ct, Type? mistake = null)
    {
        var world = new ClosingWorld(round);
        for (var instance = 0; instance < instances; instance++)
        {
            var gate = await CallGate.StartAsync(round.Storage, round.Teams.ServiceUrl, world.prefix, world.pulse, ct);
            world.instances.Add(new Instance(round, world.prefix, gate, world.pulse, mistake));
        }
        return world;
    }

    /// <summary>Puts a copy into the tables, in place of the one that was closed before.</summary>
    public async Task LayAsync(TableSnapshot from, CancellationToken ct)
    {
        Channel = Round.Team.AddChannel("Digests");
        saves = -1;
        await from.LayAsync(Round.Storage, prefix, MoveHere, ct);
    }

    /// <exception cref="TimeoutException">It took too long; the message quotes the latest calls, and what the service wrote.</exception>
    public async Task<T> WithPatienceAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException waited) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {Patience}. {this}", waited);
        }
    }

    /// <summary>Waits until the round is published, and nothing is left to do for now: that the team is saved tells of it.</summary>
    public Task RestAsync(CancellationToken ct) => pulse.WaitUntilAsync(async () =>
    {
        var now = instances.Sum(instance => instance.Gate.TeamSaves);
        if (now == saves) return false;
        saves = now;
        return (await EndAsync(ct)).IsAtRest(Keys.DueRow(TimeProvider.System.GetCurrentInstant(), Round.Id.Team));
    }, ct);

    /// <summary>Waits until no more than so many posts stand in the channel beside the digest.</summary>
    public Task TakenBackAsync(int notices, CancellationToken ct) => pulse.WaitUntilAsync(() => Task.FromResult(Posts().Count - 1 <= notices), ct);

    /// <summary>Waits until every instance has made a call.</summary>
    public Task AllHaveCalledAsync(CancellationToken ct) => pulse.WaitUntilAsync(() => Task.FromResult(instances.All(instance => instance.Gate.Calls.Count > 0)), ct);

    /// <summary>What there is now.</summary>
    public async Task<Ending> EndAsync(CancellationToken ct)
    {
        var stored = await TableSnapshot.TakeAsync(Round.Storage, prefix, ct);
        return new(stored, Round.RowIn(stored), Posts());
    }

    public override string ToString() => string.Join(
        Environment.NewLine, instances.Select(instance => $"Calls: {string.Join("; ", instance.Gate.Calls.TakeLast(40))}.{Environment.NewLine}{instance.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    /// <summary>What stands in the channel and is no reply.</summary>
    private List<ReceivedActivity> Posts() => [.. Round.Teams.Posts(Channel).Where(post => post.ReplyToId is null && !post.IsDeleted)];

    private void MoveHere(TableEntity row)
    {
        if (row.ContainsKey("Channel")) row["Channel"] = Channel.Id;
        if (row.ContainsKey("ServiceUrl")) row["ServiceUrl"] = instances[0].Gate.Teams.AbsoluteUri;
    }
}
