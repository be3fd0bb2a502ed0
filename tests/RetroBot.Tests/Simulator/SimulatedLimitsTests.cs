using System.Net;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Limits;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class SimulatedLimitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Window> Sends => [.. RateLimits.Documented.Sends];

    public static TheoryData<Window> Rosters => [.. RateLimits.Documented.Rosters];

    [Fact]
    public void The_documented_limits_are_those_of_the_page()
    {
        Assert.Equal("7/1 8/2 60/30 1800/3600", Text(RateLimits.Documented.Sends));
        Assert.Equal("14/1 16/2 120/30 3600/3600", Text(RateLimits.Documented.Rosters));
        Assert.Equal("50/1", Text(RateLimits.Documented.Everything));

        static string Text(IEnumerable<Window> windows) => string.Join(' ', windows.Select(window => $"{window.Calls}/{window.Within.TotalSeconds}"));
    }

    [Fact]
    public async Task Nothing_is_limited_unless_a_scenario_says_so()
    {
        await using var scene = await SimulatorScene.StartAsync(new TestTime(World.Start));

        Assert.Equal(60, await TakenAsync(60, () => SendAsync(scene)));
    }

    [Theory]
    [MemberData(nameof(Sends))]
    public async Task A_conversation_takes_so_many_sends_in_so_long_and_then_says_when_it_takes_the_next(Window window)
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Limits = RateLimits.None with { Sends = [window] };

        Assert.Equal(window.Calls, await TakenAsync(window.Calls, () => SendAsync(scene)));
        time.Advance(window.Within / 2);
        var refused = await SendAsync(scene);

        Assert.Equal((HttpStatusCode.TooManyRequests, "Throttled"), (refused.Status, refused.ErrorCode));
        Assert.Equal(TimeSpan.FromSeconds(Math.Ceiling(window.Within.TotalSeconds / 2)), refused.RetryAfter);
        time.Advance(refused.RetryAfter!.Value);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(scene)).Status);
        Assert.Equal(window.Calls + 1, scene.Teams.Posts(scene.Blue.General).Count);
    }

    [Fact]
    public async Task A_call_counts_from_its_arrival_however_long_it_takes_to_be_read_and_whoever_is_read_first()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        var (throttle, limits) = (new Throttle(time), RateLimits.None with { Everything = [new Window(2, TimeSpan.FromSeconds(1))] });
        var call = new ConnectorRequest(ConnectorOperation.GetTeam, "GET", "/v3/teams/{teamId}", ConversationId: null, ActivityId: null, Person: null, Body: default);

        var slow = throttle.Now;
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Null(throttle.Refuses(call, throttle.Now, scene.Blue.Tenant, limits));
        Assert.Null(throttle.Refuses(call, slow, scene.Blue.Tenant, limits));

        Assert.Equal(TimeSpan.FromSeconds(0.1), throttle.Refuses(call, throttle.Now, scene.Blue.Tenant, limits));
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(throttle.Refuses(call, throttle.Now, scene.Blue.Tenant, limits));
    }

    [Theory]
    [MemberData(nameof(Rosters))]
    public async Task A_roster_may_be_read_so_often_in_so_long(Window window)
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Limits = RateLimits.None with { Rosters = [window] };

        Assert.Equal(window.Calls, await TakenAsync(window.Calls + 1, () => ReadAsync(scene)));
        time.Advance(window.Within);
        Assert.Equal(window.Calls, await TakenAsync(window.Calls + 1, () => ReadAsync(scene)));
    }

    [Fact]
    public async Task The_windows_slide_and_all_of_them_hold()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Limits = RateLimits.Documented;

        // 7 fill a second; after it there is room for one more, which fills two seconds.
        List<int> taken = [await TakenAsync(8, () => SendAsync(scene))];
        foreach (var milliseconds in new[] { 999, 1, 999, 1, 1_000 })
        {
            time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            taken.Add(await TakenAsync(8, () => SendAsync(scene)));
        }

        Assert.Equal([7, 0, 1, 0, 7, 1], taken);
    }

    [Fact]
    public async Task A_send_that_is_refused_uses_nothing_up_and_reaches_nobody()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Limits = RateLimits.None with { Sends = [new Window(2, TimeSpan.FromSeconds(10))] };

        Assert.Equal(2, await TakenAsync(2, () => SendAsync(scene)));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, await TakenAsync(20, () => SendAsync(scene)));
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, await TakenAsync(3, () => SendAsync(scene)));
        Assert.Equal(4, scene.Teams.Posts(scene.Blue.General).Count);
    }

    [Fact]
    public async Task One_conversation_that_is_full_leaves_the_others_alone()
    {
        await using var scene = await SimulatorScene.StartAsync(new TestTime(World.Start));
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));
        scene.Teams.Limits = RateLimits.Documented;

        Assert.Equal(7, await TakenAsync(8, () => SendAsync(scene)));
        Assert.Equal(7, await TakenAsync(8, () => scene.Bot.SendAsync(chat, ConnectorCaller.Message("hello"), Ct)));
        Assert.Equal(14, await TakenAsync(15, () => ReadAsync(scene)));
    }

    [Fact]
    public async Task A_tenant_takes_50_calls_a_second_of_all_kinds_and_another_tenant_its_own()
    {
        var time = new TestTime(World.Start);
        await using var scene = await SimulatorScene.StartAsync(time);
        scene.Teams.Limits = RateLimits.None with { Everything = RateLimits.Documented.Everything };
        var other = scene.Teams.AddTenant().AddPerson("Grace Hopper");

        var taken = await TakenAsync(20, () => SendAsync(scene)) + await TakenAsync(20, () => ReadAsync(scene))
            + await TakenAsync(6, () => scene.Bot.CreateAsync(scene.Ada, Ct)) + await TakenAsync(6, () => scene.Bot.GetAsync($"v3/teams/{scene.Blue.Id}", Ct));
        var elsewhere = await scene.Bot.CreateAsync(other, Ct);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(50, taken);
        Assert.Equal(HttpStatusCode.Created, elsewhere.Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(scene)).Status);
        Assert.Equal(2, scene.Teams.Requests.CountAnswered(429));
    }

    [Fact]
    public async Task Lifted_limits_hold_no_more()
    {
        await using var scene = await SimulatorScene.StartAsync(new TestTime(World.Start));
        scene.Teams.Limits = RateLimits.Documented;
        Assert.Equal(7, await TakenAsync(8, () => SendAsync(scene)));

        scene.Teams.Limits = RateLimits.None;

        Assert.Equal(8, await TakenAsync(8, () => SendAsync(scene)));
    }

    private static async Task<int> TakenAsync(int calls, Func<Task<ConnectorCaller.Answer>> call)
    {
        var taken = 0;
        for (var number = 0; number < calls; number++)
            taken += (await call()).Status == HttpStatusCode.TooManyRequests ? 0 : 1;
        return taken;
    }

    private static Task<ConnectorCaller.Answer> SendAsync(SimulatorScene scene) =>
        scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);

    private static Task<ConnectorCaller.Answer> ReadAsync(SimulatorScene scene) =>
        scene.Bot.GetAsync($"v3/conversations/{Uri.EscapeDataString(scene.Blue.Id)}/pagedmembers", Ct);
}
