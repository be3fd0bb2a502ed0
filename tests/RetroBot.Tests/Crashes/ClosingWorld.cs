using Azure.Data.Tables;
using RetroBot.Core.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Crashes;

/// <summary>A copy of the prepared round, with tables and a channel of its own, and the instances of the service that are to close it.</summary>
internal sealed class ClosingWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly PreparedRound round;
    private readonly string prefix = StorageEmulator.NewPrefix();
    private readonly Pulse pulse = new();
    private readonly List<Instance> instances = [];
    private int looked = -1;

    private ClosingWorld(PreparedRound round) => (this.round, Channel) = (round, round.Team.AddChannel("Digests"));

    public SimulatedChannel Channel { get; }

    public IReadOnlyList<Instance> Instances => instances;

    public static async Task<ClosingWorld> MakeAsync(PreparedRound round, TableSnapshot from, int instances, CancellationToken ct)
    {
        var world = new ClosingWorld(round);
        for (var instance = 0; instance < instances; instance++)
        {
            var gate = await CallGate.StartAsync(round.Storage, round.Teams.ServiceUrl, world.prefix, world.pulse, ct);
            world.instances.Add(new Instance(round, world.prefix, gate, world.pulse));
        }
        await from.CopyAsync(round.Storage, world.prefix, world.MoveHere, ct);
        return world;
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

    /// <summary>Whether the service will do something about the round by itself.</summary>
    public async Task<bool> IsUnderWayAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        return due is null || due != round.Open.Of("teams", "d").Single().RowKey;
    }

    /// <summary>Whether a notice stands in the channel, and the round does not say which.</summary>
    public async Task<bool> NoticeIsUnknownAsync(CancellationToken ct)
    {
        var now = await EndAsync(ct);
        return now.Posts.Count > 0 && now.Storage.Of("rounds", "r").Single().GetString("Post") is null;
    }

    /// <summary>Waits until the round is published, and nothing is left to do.</summary>
    public Task RestAsync(CancellationToken ct) => pulse.WaitUntilAsync(async () =>
    {
        var changes = instances.Sum(instance => instance.Gate.Changes);
        if (changes == looked) return false;
        looked = changes;
        return await IsAtRestAsync(ct);
    }, ct);

    /// <summary>Waits until no more than so many posts stand in the channel beside the digest.</summary>
    public Task TakenBackAsync(int notices, CancellationToken ct) => pulse.WaitUntilAsync(() => Task.FromResult(Posts().Count - 1 <= notices), ct);

    /// <summary>Waits until every instance has made a call.</summary>
    public Task AllHaveCalledAsync(CancellationToken ct) => pulse.WaitUntilAsync(() => Task.FromResult(instances.All(instance => instance.Gate.Calls.Count > 0)), ct);

    public async Task<Ending> EndAsync(CancellationToken ct) => new(await TableSnapshot.TakeAsync(round.Storage, prefix, ct), Posts());

    public override string ToString() => string.Join(
        Environment.NewLine, instances.Select(instance => $"Calls: {string.Join("; ", instance.Gate.Calls.TakeLast(40))}.{Environment.NewLine}{instance.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    private async Task<bool> IsAtRestAsync(CancellationToken ct) =>
        await DueAsync(ct) is null && (await EndAsync(ct)).Storage.Of("rounds", "r").Single().GetString("State") == nameof(RoundState.Published);

    /// <summary>The team's entry in the index by due time; null when it needs nothing more.</summary>
    private async Task<string?> DueAsync(CancellationToken ct)
    {
        await foreach (var row in new TableServiceClient(round.Storage).GetTableClient(prefix + "teams").QueryAsync<TableEntity>("RowKey ge 'd|' and RowKey lt 'd}'", cancellationToken: ct)) return row.RowKey;
        return null;
    }

    /// <summary>What stands in the channel and is no reply.</summary>
    private List<ReceivedActivity> Posts() => [.. round.Teams.Posts(Channel).Where(post => post.ReplyToId is null && !post.IsDeleted)];

    private void MoveHere(TableEntity row)
    {
        if (row.ContainsKey("Channel")) row["Channel"] = Channel.Id;
        if (row.ContainsKey("ServiceUrl")) row["ServiceUrl"] = instances[0].Gate.Teams.AbsoluteUri;
    }
}
