using System.Net;
using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class SimulatedFaultsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_has_the_connectors_error_shape_and_no_effect_and_is_met_once()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(Fault.Refuses(503, "ServiceUnavailable"));

        var refused = await SendAsync(scene);
        var taken = await SendAsync(scene);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"), (refused.Status, refused.ErrorCode));
        Assert.Equal(HttpStatusCode.Created, taken.Status);
        Assert.Single(scene.Teams.Posts(scene.Blue.General));
    }

    [Fact]
    public async Task Throttling_says_when_to_come_back()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(7)));

        var answer = await SendAsync(scene);

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (answer.Status, answer.RetryAfter));
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_message_delivered()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(Fault.LosesTheAnswer());

        var answer = await SendAsync(scene);

        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.Single(scene.Teams.Posts(scene.Blue.General));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_connection_may_have_had_its_effect_or_not(bool takesEffect)
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(new Fault.CutsTheConnection(takesEffect));

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(scene));

        Assert.Equal(takesEffect ? 1 : 0, scene.Teams.Posts(scene.Blue.General).Count);
        Assert.Null(Assert.Single(scene.Teams.Requests.All).Status);
    }

    [Fact]
    public async Task A_caller_who_gives_up_on_a_late_answer_has_sent_the_message_all_the_same()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(new Fault.Delays(TimeSpan.FromHours(1)));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var sending = scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("late"), caller.Token);
        await scene.Teams.WaitForAsync(scene.Blue.General, post => post.MessageText is "late", Patience, Ct);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await scene.Teams.WaitForAsync(() => scene.Teams.Requests.All.Any(request => request.Status is null), Patience, Ct);
    }

    [Fact]
    public async Task A_fault_meets_only_the_calls_it_is_for_and_as_often_as_it_says()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.AddPerson("Grace Hopper");
        var toAda = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));
        var toGrace = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(grace, Ct));
        scene.Teams.Faults.Add(Fault.Refuses(403, "Unheard"), request => request.IsSend && request.Person == scene.Ada, times: 2);

        List<HttpStatusCode> statuses = [];
        foreach (var chat in new[] { toAda, toGrace, toAda, toAda })
            statuses.Add((await scene.Bot.SendAsync(chat, ConnectorCaller.Message("hello"), Ct)).Status);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.Created], statuses);
    }

    [Fact]
    public async Task A_connector_that_is_down_stays_down_until_it_is_not()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.Faults.Add(Fault.Refuses(500, "ServiceError"), times: int.MaxValue);

        var down = new[] { await SendAsync(scene), await SendAsync(scene), await SendAsync(scene) };
        scene.Teams.Faults.Clear();
        var up = await SendAsync(scene);

        Assert.All(down, answer => Assert.Equal(HttpStatusCode.InternalServerError, answer.Status));
        Assert.Equal(HttpStatusCode.Created, up.Status);
    }

    private static Task<ConnectorCaller.Answer> SendAsync(SimulatorScene scene) =>
        scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);
}
