using System.Net;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Limits;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Simulator;

/// <summary>Faults that have a time, and times that calls take.</summary>
public sealed class SimulatedStormsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_storm_begins_and_ends_by_the_clock()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Faults.AddStorm(Fault.Throttles(TimeSpan.FromSeconds(5)), World.Start.AddMinutes(1), World.Start.AddMinutes(4));

        List<HttpStatusCode> statuses = [];
        foreach (var seconds in new[] { 0, 59, 1, 179, 1 })
        {
            time.Advance(TimeSpan.FromSeconds(seconds));
            statuses.Add((await SendAsync(scene)).Status);
        }

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.Created], statuses);
    }

    [Fact]
    public async Task A_storm_over_a_share_of_the_calls_meets_about_that_share_and_the_same_ones_for_one_seed()
    {
        var first = await StatusesAsync(seed: 1);

        Assert.InRange(first.Count(status => status == HttpStatusCode.ServiceUnavailable), 20, 60);
        Assert.Equal(first, await StatusesAsync(seed: 1));
        Assert.NotEqual(first, await StatusesAsync(seed: 2));

        static async Task<List<HttpStatusCode>> StatusesAsync(int seed)
        {
            await using var scene = await SimulatorScene.StartAsync(new TestTime(World.Start));
            scene.Teams.Faults.AddStorm(Fault.Refuses(503, "ServiceUnavailable"), World.Start, World.Start.AddMinutes(1), share: 0.4, seed: seed);
            List<HttpStatusCode> statuses = [];
            for (var send = 0; send < 100; send++)
                statuses.Add((await SendAsync(scene)).Status);
            return statuses;
        }
    }

    [Fact]
    public async Task A_storm_leaves_alone_what_it_is_not_for()
    {
        await using var scene = await SimulatorScene.StartAsync(new TestTime(World.Start));
        scene.Teams.Faults.AddStorm(Fault.Throttles(TimeSpan.FromSeconds(5)), World.Start, World.Start.AddMinutes(1), on: request => request.Person == scene.Ada);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await scene.Bot.CreateAsync(scene.Ada, Ct)).Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(scene)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_hangs_comes_never_whatever_time_passes(bool takesEffect)
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var met = new TaskCompletionSource();
        scene.Teams.Faults.Add(new Fault.Hangs(takesEffect), on: _ => met.TrySetResult());

        var sending = scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), caller.Token);
        await met.Task.WaitAsync(Ct);
        time.Advance(TimeSpan.FromDays(1));
        Assert.False(sending.IsCompleted);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await scene.Teams.WaitForAsync(() => scene.Teams.Requests.CountAnswered(null) == 1, Patience, Ct);
        Assert.Equal(takesEffect ? 1 : 0, scene.Teams.Posts(scene.Blue.General).Count);
    }

    [Fact]
    public async Task A_call_that_takes_time_has_its_effect_when_the_time_has_passed()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        var second = TimeSpan.FromSeconds(1);
        scene.Teams.Latencies = new Latencies(seed: 1, new Dictionary<ConnectorOperation, Latency> { [ConnectorOperation.SendToConversation] = new(second, second) });

        var sending = SendAsync(scene);
        Assert.Equal(HttpStatusCode.Created, (await scene.Bot.CreateAsync(scene.Ada, Ct)).Status);
        Assert.Empty(scene.Teams.Posts(scene.Blue.General));
        while (!sending.IsCompleted)
        {
            time.Advance(second);
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct));
        }

        Assert.Equal(HttpStatusCode.Created, (await sending).Status);
        Assert.Single(scene.Teams.Posts(scene.Blue.General));
    }

    [Fact]
    public void Half_of_the_calls_take_no_longer_than_the_median_and_one_in_a_hundred_longer_than_the_99th()
    {
        var latency = new Latency(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(1_500));
        var random = new Random(7);

        TimeSpan[] drawn = [.. Enumerable.Range(0, 20_000).Select(_ => latency.Draw(random)).Order()];

        Assert.InRange(drawn[10_000], TimeSpan.FromMilliseconds(290), TimeSpan.FromMilliseconds(310));
        Assert.InRange(drawn[19_800], TimeSpan.FromMilliseconds(1_350), TimeSpan.FromMilliseconds(1_650));
    }

    private static Task<ConnectorCaller.Answer> SendAsync(SimulatorScene scene) =>
        scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);
}
