using System.Net;
using System.Text.Json.Nodes;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Tokens;
using RetroBot.Simulation;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class TeamsClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(InstallationOrder.InstallationUpdateFirst, "installationUpdate", "conversationUpdate")]
    [InlineData(InstallationOrder.ConversationUpdateFirst, "conversationUpdate", "installationUpdate")]
    public async Task Installing_in_a_team_is_announced_twice_in_either_order(InstallationOrder order, string first, string second)
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();
        var red = scene.Blue.Tenant.AddTeam("Red");

        await Client(scene, bot).InstallInTeamAsync(red, order, Ct);

        var activities = bot.All.ConvertAll(received => JsonSerializer.Deserialize<JsonElement>(received.Body));
        Assert.True(red.HasTheBot);
        Assert.Equal([first, second], activities.Select(activity => Text(activity, "type")), StringComparer.Ordinal);
        Assert.All(activities, activity =>
        {
            Assert.Equal(red.Id, Text(activity.GetProperty("conversation"), "id"));
            Assert.Equal("Red", Text(activity.GetProperty("channelData").GetProperty("team"), "name"));
            Assert.Equal(scene.Ada.Id, Text(activity.GetProperty("from"), "id"));
            Assert.False(activity.GetProperty("from").TryGetProperty("name", out _));
        });
        var installation = activities.Single(activity => activity.TryGetProperty("action", out _));
        var membership = activities.Single(activity => activity.TryGetProperty("membersAdded", out _));
        Assert.Equal("add", Text(installation, "action"));
        Assert.Equal(scene.Teams.Bot.Id, Text(membership.GetProperty("membersAdded")[0], "id"));
        Assert.Equal("teamMemberAdded", Text(membership.GetProperty("channelData"), "eventType"));
    }

    [Fact]
    public async Task Removing_from_a_team_says_so_and_closes_the_team_to_the_bot()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();

        await Client(scene, bot).RemoveFromTeamAsync(scene.Blue, ct: Ct);

        var refused = await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("still here"), Ct);
        Assert.Equal("remove", Text(JsonSerializer.Deserialize<JsonElement>(bot.All[0].Body), "action"));
        Assert.Equal(scene.Teams.Bot.Id, Text(bot.LastActivity.GetProperty("membersRemoved")[0], "id"));
        Assert.Equal("BotNotInConversationRoster", refused.ErrorCode);
    }

    [Theory]
    [InlineData(SecondDelivery.Afterwards)]
    [InlineData(SecondDelivery.AtOnce)]
    public async Task What_Teams_delivers_twice_is_the_same_twice(SecondDelivery second)
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot(answer: "taken");
        var client = Client(scene, bot);

        var answers = await client.PostTwiceAsync(client.Compose.PersonalMessage("hello"), second, Ct);

        Assert.Equal(["taken", "taken"], answers.Select(answer => answer.Text), StringComparer.Ordinal);
        Assert.Single(bot.All.Select(received => received.Body).Distinct(StringComparer.Ordinal));
        Assert.Equal(2, bot.All.Count);
    }

    [Fact]
    public async Task Installing_for_oneself_happens_in_the_chat_that_the_bot_can_also_create()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();
        scene.Ada.LacksTheApp = true;

        await Client(scene, bot).InstallPersonalAsync(ct: Ct);

        var conversation = bot.LastActivity.GetProperty("conversation");
        Assert.Equal("personal", Text(conversation, "conversationType"));
        Assert.Equal(ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct)), Text(conversation, "id"));
    }

    [Fact]
    public async Task A_channel_message_mentions_the_bot_and_stands_in_a_thread_of_its_own()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();
        var ideas = scene.Blue.AddChannel("Ideas");

        await Client(scene, bot).SayInChannelAsync(ideas, "open now", ct: Ct);

        var activity = bot.LastActivity;
        var mention = activity.GetProperty("entities").EnumerateArray().Single(entity => Text(entity, "type") is "mention");
        Assert.Equal("/api/messages", bot.All[0].Path);
        Assert.Equal("<at>RetroBot</at> open now", Text(activity, "text"));
        Assert.Equal("<at>RetroBot</at>", Text(mention, "text"));
        Assert.Equal(scene.Teams.Bot.Id, Text(mention.GetProperty("mentioned"), "id"));
        Assert.Equal($"{ideas.Id};messageid={Text(activity, "id")}", Text(activity.GetProperty("conversation"), "id"));
        Assert.Equal(ideas.Id, Text(activity.GetProperty("channelData").GetProperty("channel"), "id"));
        Assert.Equal(scene.Blue.Id, Text(activity.GetProperty("channelData").GetProperty("team"), "id"));
        Assert.Equal(scene.Ada.Tenant.Id.ToString(), Text(activity.GetProperty("channelData").GetProperty("tenant"), "id"));
        Assert.Equal(scene.Teams.ServiceUrl.ToString(), Text(activity, "serviceUrl"));
        Assert.Equal(("Ada Lovelace", scene.Ada.ObjectId.ToString()), (Text(activity.GetProperty("from"), "name"), Text(activity.GetProperty("from"), "aadObjectId")));
    }

    [Fact]
    public async Task A_message_without_a_mention_carries_none()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();

        await Client(scene, bot).SayInChannelAsync(scene.Blue.General, "just talking", mention: false, ct: Ct);

        Assert.Equal("just talking", Text(bot.LastActivity, "text"));
        Assert.DoesNotContain("mention", bot.LastActivity.GetProperty("entities").EnumerateArray().Select(entity => Text(entity, "type")), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Pressing_an_action_sends_an_invoke_and_gives_back_the_card_that_answers_it()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot(
            answer: """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5"}}""");
        var received = await ReceiveCardAsync(scene);

        var answer = await Client(scene, bot).PressAsync(
            received, "save", new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = "fine" }, Ct);

        var invoke = bot.LastActivity;
        Assert.Equal(("invoke", "adaptiveCard/action", received.Id), (Text(invoke, "type"), Text(invoke, "name"), Text(invoke, "replyToId")));
        Assert.Equal(received.ConversationId, Text(invoke.GetProperty("conversation"), "id"));
        Assert.Equal(
            """{"action":{"type":"Action.Execute","title":"Save","verb":"save","data":{"week":12,"note":"fine"}},"trigger":"manual"}""",
            invoke.GetProperty("value").GetRawText());
        Assert.Equal("1.5", answer.Card?.GetProperty("version").GetString());
    }

    [Fact]
    public async Task An_answer_that_is_no_card_shows_none()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot(
            HttpStatusCode.BadRequest, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest"}}""");

        var answer = await Client(scene, bot).InvokeAsync(await ReceiveCardAsync(scene), "unknown", JsonValue.Create(42), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(42, bot.LastActivity.GetProperty("value").GetProperty("action").GetProperty("data").GetInt32());
        Assert.Null(answer.Card);
    }

    [Fact]
    public async Task Anything_at_all_can_be_posted()
    {
        await using var scene = await SimulatorScene.StartAsync();
        using var bot = new RecordingBot();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/plain", ["Authorization"] = "Bearer x" };

        await Client(scene, bot).RawAsync("{not json", headers, Ct);

        Assert.Equal(new RecordingBot.Received("/api/messages", "{not json", "text/plain", "x"), Assert.Single(bot.All));
    }

    [Fact]
    public async Task With_an_authority_every_activity_carries_a_token_for_this_bot_and_this_service()
    {
        await using var scene = await SimulatorScene.StartAsync();
        await using var authority = await TokenAuthority.StartAsync(ct: Ct);
        using var bot = new RecordingBot();

        await new TeamsClient(scene.Teams, scene.Ada, bot.Client(), authority).SayInPersonalAsync("hello", Ct);

        var token = new JsonWebToken(bot.All[0].Token);
        Assert.Equal(scene.Teams.Bot.AppId.ToString(), Assert.Single(token.Audiences));
        Assert.Equal(scene.Teams.ServiceUrl.ToString(), token.GetClaim("serviceurl").Value);
    }

    private static TeamsClient Client(SimulatorScene scene, RecordingBot bot) => new(scene.Teams, scene.Ada, bot.Client());

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private static async Task<Simulation.Connector.ReceivedActivity> ReceiveCardAsync(SimulatorScene scene)
    {
        var card = JsonNode.Parse(
            """
            {
              "type": "AdaptiveCard",
              "body": [ { "type": "Input.Text", "id": "note" } ],
              "actions": [ { "type": "Action.Execute", "title": "Save", "verb": "save", "data": { "week": 12 } } ]
            }
            """);
        var activity = ConnectorCaller.Message("");
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card });
        await scene.Bot.SendAsync(ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct)), activity, Ct);
        return Assert.Single(scene.Teams.Inbox(scene.Ada));
    }
}
