using System.Text.Json.Nodes;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Simulator;

/// <summary>The judge. In this scene a card is called by its summary.</summary>
public sealed class DeliveryRecordTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_who_received_a_card_never_once_and_more_than_once()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var (grace, alan) = (scene.Blue.AddPerson("Grace Hopper"), scene.Blue.AddPerson("Alan Turing"));
        await SendAsync(scene, scene.Ada, "week 47", "week 48", "week 47");
        await SendAsync(scene, grace, "week 47");

        var count = scene.Teams.Record.Of("week 47", scene.Blue.Members);

        Assert.Equal([alan], count.Never);
        Assert.Equal([grace], count.Once);
        Assert.Equal([scene.Ada], count.MoreThanOnce);
        Assert.Equal("never: 1, once: 1, more than once: 1", count.ToString());
        Assert.Equal(["week 47", "week 48"], scene.Teams.Record.Cards.Order(StringComparer.Ordinal));
        Assert.Equal(3, scene.Teams.Record.Total("week 47"));
        Assert.Equal(2, scene.Teams.Record.Of("week 49", [grace, alan]).Never.Count);
    }

    [Fact]
    public async Task It_believes_what_arrived_and_not_what_the_bot_was_told()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.AddPerson("Grace Hopper");
        var chats = new[] { await ChatAsync(scene, scene.Ada), await ChatAsync(scene, grace) };
        scene.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.Person == scene.Ada);
        scene.Teams.Faults.Add(new Fault.Answers(201, "{}", TakesEffect: false), on: request => request.Person == grace);
        foreach (var chat in chats) await scene.Bot.SendAsync(chat, Message("week 47"), Ct);

        var count = scene.Teams.Record.Of("week 47", scene.Blue.Members);

        Assert.Equal([grace], count.Never);
        Assert.Equal([scene.Ada], count.Once);
    }

    [Fact]
    public async Task It_remembers_what_was_received_in_a_chat_that_is_deleted()
    {
        await using var scene = await SimulatorScene.StartAsync();
        await SendAsync(scene, scene.Ada, "week 47");
        scene.Teams.DeleteChat(scene.Ada);
        await SendAsync(scene, scene.Ada, "week 47");

        Assert.Equal([scene.Ada], scene.Teams.Record.Of("week 47", scene.Blue.Members).MoreThanOnce);
    }

    [Fact]
    public async Task What_has_no_name_is_counted_and_doubles_nothing()
    {
        await using var scene = await SimulatorScene.StartAsync();
        await SendAsync(scene, scene.Ada, "week 47", null);

        Assert.Equal([scene.Ada], scene.Teams.Record.Of("week 47", scene.Blue.Members).Once);
        Assert.Equal(1, scene.Teams.Record.Unnamed);
    }

    [Fact]
    public async Task Posts_of_a_channel_are_counted_by_what_they_say_now_and_only_while_they_stand()
    {
        await using var scene = await SimulatorScene.StartAsync();
        List<string> posts = [];
        foreach (var text in new[] { "notice", "notice", "digest" })
            posts.Add((await scene.Bot.SendAsync(scene.Blue.Id, Message(text), Ct)).Body.GetProperty("id").GetString()!);

        await scene.Bot.CallAsync(HttpMethod.Put, Path(posts[0]), Message("digest"), Ct);
        await scene.Bot.CallAsync(HttpMethod.Delete, Path(posts[1]), body: null, Ct);

        Assert.Equal([KeyValuePair.Create("digest", 2)], scene.Teams.Record.StandingIn(scene.Blue.General));
        Assert.Empty(scene.Teams.Record.Cards);

        string Path(string post) => $"v3/conversations/{Uri.EscapeDataString(scene.Blue.Id)}/activities/{post}";
    }

    [Fact]
    public async Task Kept_to_counts_it_forgets_bodies_and_requests_and_no_count()
    {
        await using var scene = await SimulatorScene.StartAsync(keeping: new Keeping(PerChat: 1, PerChannel: 2, Requests: 3));
        for (var send = 1; send <= 10; send++)
        {
            await SendAsync(scene, scene.Ada, "week 47");
            await scene.Bot.SendAsync(scene.Blue.Id, Message("digest"), Ct);
        }

        Assert.Equal(10, scene.Teams.Record.Total("week 47"));
        Assert.Equal(10, scene.Teams.Record.StandingIn(scene.Blue.General)["digest"]);
        Assert.Equal((1, 2, 3), (scene.Teams.Inbox(scene.Ada).Count, scene.Teams.Posts(scene.Blue.General).Count, scene.Teams.Requests.All.Count));
        Assert.Equal(30, scene.Teams.Requests.CountAnswered(201));
        Assert.Equal(20, scene.Teams.Requests.Count(ConnectorOperation.SendToConversation));
    }

    private static async Task SendAsync(SimulatorScene scene, SimulatedPerson person, params string?[] cards)
    {
        var chat = await ChatAsync(scene, person);
        foreach (var card in cards) await scene.Bot.SendAsync(chat, Message(card), Ct);
    }

    private static async Task<string> ChatAsync(SimulatorScene scene, SimulatedPerson person) =>
        ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(person, Ct));

    private static JsonObject Message(string? summary) => new() { ["type"] = "message", ["summary"] = summary };
}
