using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class SimulatedWaitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_ends_when_what_it_waits_for_arrives()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));

        var waiting = scene.Teams.WaitForAsync(scene.Ada, activity => activity.MessageText is "second", TimeSpan.FromSeconds(30), Ct);
        await scene.Bot.SendAsync(chat, ConnectorCaller.Message("first"), Ct);
        Assert.False(waiting.IsCompleted);
        await scene.Bot.SendAsync(chat, ConnectorCaller.Message("second"), Ct);

        Assert.Equal(scene.Teams.Inbox(scene.Ada)[1], await waiting);
    }

    [Fact]
    public async Task What_is_already_there_needs_no_waiting()
    {
        await using var scene = await SimulatorScene.StartAsync();
        await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);

        var waiting = scene.Teams.WaitForAsync(scene.Blue.General, post => post.MessageText is "hello", TimeSpan.Zero, Ct);

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_wait_in_vain_says_what_was_asked_of_the_connector()
    {
        await using var scene = await SimulatorScene.StartAsync();
        await scene.Bot.SendAsync("a:nowhere", ConnectorCaller.Message("hello"), Ct);

        var waited = await Assert.ThrowsAsync<TimeoutException>(
            () => scene.Teams.WaitForAsync(() => false, TimeSpan.FromMilliseconds(1), Ct));

        Assert.Contains("POST /v3/conversations/{conversationId}/activities: 404 (1 times)", waited.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_wait_is_cancelled_not_timed_out()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => scene.Teams.WaitForAsync(() => false, TimeSpan.FromHours(1), cancelled.Token));
    }
}
