using Azure.Data.Tables;
using NodaTime.Extensions;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;

namespace RetroBot.Tests.Crashes;

/// <summary>A lead says "close now" in copies of the prepared round. Where there are several instances, it was said before, and all begin to close at once.</summary>
internal sealed class Closing : Scenario
{
    /// <summary>What an instance reads when it starts: which teams there are, and whether voting on the case study is over.</summary>
    private static readonly Dictionary<string, int> CallsAtStart = new(StringComparer.Ordinal)
    {
        ["storage: GET teams (t…)"] = Keys.TeamPartitions.Count(), ["storage: GET casestudies (s…)"] = 1, ["storage: GET rounds r"] = 1,
    };

    private readonly PreparedRound round;
    private SimulatedChannel channel = null!;

    private Closing(CrashWorld world, PreparedRound round)
        : base(world) => this.round = round;

    /// <summary>Whether the lead had no answer, and nothing was under way, so that it was said again.</summary>
    public bool WasSaidAgain { get; private set; }

    /// <summary>Whether a notice stood in the channel when the service was dead, of which storage did not know.</summary>
    public bool PostWasUnknown { get; private set; }

    public int Deaths { get; private set; }

    public static async Task<Closing> MakeAsync(PreparedRound round, int instances, CancellationToken ct, Type? mistake = null) =>
        new(await CrashWorld.MakeAsync(round.Storage, round.Teams, [round.MasterKeySetting], instances, ct, mistake), round);

    /// <summary>What there is now.</summary>
    public async Task<Ending> EndAsync(CancellationToken ct)
    {
        var stored = await TableSnapshot.TakeAsync(World.Storage, World.Prefix, ct);
        return new(stored, round.RowIn(stored), World.PostsIn(channel));
    }

    /// <remarks>The process that has closed one round goes on to close the next: of those that are killed, each but the first is one that was started after a death.</remarks>
    protected override async Task BeginAsync(IReadOnlyList<Trap?> traps, CancellationToken ct)
    {
        channel = round.Team.AddChannel("Digests");
        (Deaths, WasSaidAgain, PostWasUnknown) = (0, false, false);
        if (World.Instances is [var one])
        {
            await round.Open.LayAsync(World.Storage, World.Prefix, MoveHere, ct);
            if (!one.Runs) await one.StartAsync(ct);
            await one.LookedAsync(CallsAtStart, ct);
            one.Gate.CountFromHere(traps[0]);
            return;
        }

        foreach (var instance in World.Instances) await instance.KillAsync();
        await round.Due.LayAsync(World.Storage, World.Prefix, MoveHere, ct);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var (instance, trap) in World.Instances.Zip(traps))
        {
            instance.Gate.Shut(until: start.Task);
            instance.Gate.CountFromHere(trap);
        }
        await Task.WhenAll(World.Instances.Select(instance => instance.StartAsync(ct)));
        await World.Pulse.WaitUntilAsync(() => Task.FromResult(World.Instances.All(instance => instance.Gate.Calls.Count > 0)), ct);
        start.SetResult();
    }

    protected override async Task PlayAsync(CancellationToken ct)
    {
        if (World.Instances.Count == 1)
        {
            var words = new ActivityComposer(round.Teams, round.Lead).ChannelMessage(channel, "close now", mention: true);
            await World.PersistAsync(words, ct, isSettled: () => IsUnderWayAsync(ct));
        }
        // Published, and nothing is left to do for now: that the team is saved tells of it.
        await World.UntilAsync(async () => (await EndAsync(ct)).IsAtRest(Keys.DueRow(World.Clock.Time.GetCurrentInstant(), round.Id.Team)), ct);
        // Whoever finds that another's notice stands takes its own back; only who died cannot.
        if (World.Instances.Count > 1) await World.Pulse.WaitUntilAsync(() => Task.FromResult(World.PostsIn(channel).Count - 1 <= Deaths), ct);
    }

    protected override async Task DiedAsync(CancellationToken ct)
    {
        Deaths++;
        PostWasUnknown = (await EndAsync(ct)).PostIsUnknown;
    }

    /// <summary>Whether the service, started again, closes the round by itself. A lead who had no answer says it again unless it does; one who had may rely on it.</summary>
    private async Task<bool> IsUnderWayAsync(CancellationToken ct)
    {
        var isUnderWay = !(await EndAsync(ct)).Due.SequenceEqual(round.Open.Of("teams", "d").Select(row => row.RowKey));
        WasSaidAgain |= !isUnderWay;
        return isUnderWay;
    }

    private void MoveHere(TableEntity row)
    {
        if (row.ContainsKey("Channel")) row["Channel"] = channel.Id;
        if (row.ContainsKey("ServiceUrl")) row["ServiceUrl"] = World.Instances[0].Gate.Teams.AbsoluteUri;
    }
}
