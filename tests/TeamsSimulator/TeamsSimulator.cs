using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Judging;
using RetroBot.Simulation.Limits;

namespace RetroBot.Simulation;

/// <summary>Teams as a bot sees it: a Bot Connector over HTTP on this machine, and what its people and channels received.</summary>
public sealed class TeamsSimulator : IAsyncDisposable
{
    private readonly ChangeSignal changes = new();
    private readonly ConnectorEndpoints endpoints;
    private readonly List<IDisposable> left = [];
    private LoopbackServer? server;

    private TeamsSimulator(BotAccount? bot, TimeProvider time, Keeping keeping, Identities identities, Func<ReceivedActivity, string?> cardName)
    {
        Bot = bot ?? new BotAccount(identities.NewGuid(), "RetroBot");
        Time = time;
        Directory = new TeamsDirectory(keeping, identities);
        Faults = new FaultPlan(time);
        Requests = new RequestLog(changes, keeping.Requests);
        Record = new DeliveryRecord(cardName);
        endpoints = new ConnectorEndpoints(this, Directory, changes);
    }

    public BotAccount Bot { get; }

    /// <summary>What the bot is told to answer to. Ends in a slash, as Teams' own does.</summary>
    public Uri ServiceUrl => server?.Address ?? throw new InvalidOperationException("Not started.");

    public FaultPlan Faults { get; }

    /// <summary>None unless a scenario sets them; from then on they hold.</summary>
    public RateLimits Limits { get; set; } = RateLimits.None;

    /// <summary>None unless a scenario sets them.</summary>
    public Latencies Latencies { get; set; } = Latencies.None;

    public RequestLog Requests { get; }

    public DeliveryRecord Record { get; }

    /// <summary>When set, every call must carry a bearer token that this accepts; otherwise 401.</summary>
    public Func<string, bool>? AcceptsToken { get; set; }

    internal TeamsDirectory Directory { get; }

    internal TimeProvider Time { get; }

    /// <param name="bot">By default RetroBot with a new app id.</param>
    /// <param name="time">For timestamps, limits, latencies, storms and delays.</param>
    /// <param name="keeping">By default everything.</param>
    /// <param name="cardName">Names the cards and posts that <see cref="Record"/> counts one by one; null for any other. By default none has a name.</param>
    /// <param name="seed">Of all ids, as long as everything is added in the same order; chance by default.</param>
    public static async Task<TeamsSimulator> StartAsync(
        BotAccount? bot = null, TimeProvider? time = null, Keeping? keeping = null, Func<ReceivedActivity, string?>? cardName = null, int? seed = null, CancellationToken ct = default)
    {
        var simulator = new TeamsSimulator(bot, time ?? TimeProvider.System, keeping ?? Keeping.Everything, new Identities(seed), cardName ?? (_ => null));
        await simulator.MoveAsync(ct);
        return simulator;
    }

    /// <summary>Gives the connector another address. What people do from now on carries it; whoever connects to the old one is refused.</summary>
    public async Task MoveAsync(CancellationToken ct)
    {
        var old = server;
        server = await LoopbackServer.StartAsync(endpoints.Map, ct);
        if (old is null)
            return;
        left.Add(await old.CloseAsync(ct));
        await old.DisposeAsync();
    }

    /// <summary>The person deletes the chat with the bot: its id is known no more, and the next one has another.</summary>
    public void DeleteChat(SimulatedPerson person) => Directory.DeleteChat(person);

    public SimulatedTenant AddTenant() => new(Directory);

    /// <summary>What the bot put into the chat with a person, oldest first, as it stands now.</summary>
    public IReadOnlyList<ReceivedActivity> Inbox(SimulatedPerson person) =>
        Directory.ChatOf(person)?.Timeline.Activities ?? [];

    /// <summary>What the bot posted in a channel, replies in threads included, oldest first, as it stands now.</summary>
    public IReadOnlyList<ReceivedActivity> Posts(SimulatedChannel channel) => Directory.Conversation(channel.Id)!.Timeline.Activities;

    /// <summary>Waits until something is true of what was received or requested; looks again at every change.</summary>
    /// <exception cref="TimeoutException">It did not become true in time; the message lists the requests.</exception>
    public Task WaitForAsync(Func<bool> isTrue, TimeSpan timeout, CancellationToken ct) =>
        changes.WaitUntilAsync(isTrue, timeout, Requests.ToString, ct);

    /// <summary>Waits for an activity in a person's chat.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ReceivedActivity> WaitForAsync(
        SimulatedPerson person, Func<ReceivedActivity, bool> isWanted, TimeSpan timeout, CancellationToken ct) =>
        WaitForAsync(() => Inbox(person), isWanted, timeout, ct);

    /// <summary>Waits for an activity in a channel.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public Task<ReceivedActivity> WaitForAsync(
        SimulatedChannel channel, Func<ReceivedActivity, bool> isWanted, TimeSpan timeout, CancellationToken ct) =>
        WaitForAsync(() => Posts(channel), isWanted, timeout, ct);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        left.ForEach(address => address.Dispose());
    }

    private async Task<ReceivedActivity> WaitForAsync(
        Func<IReadOnlyList<ReceivedActivity>> received, Func<ReceivedActivity, bool> isWanted, TimeSpan timeout, CancellationToken ct)
    {
        ReceivedActivity? found = null;
        await WaitForAsync(() => (found = received().FirstOrDefault(isWanted)) is not null, timeout, ct);
        return found!;
    }
}
