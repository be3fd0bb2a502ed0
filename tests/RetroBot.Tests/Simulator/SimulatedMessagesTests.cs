using System.Net;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Connector;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class SimulatedMessagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_a_chat_again_gives_the_same_one_and_another_person_another()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.AddPerson("Grace Hopper");

        var first = await scene.Bot.CreateAsync(scene.Ada, Ct);
        var again = await scene.Bot.CreateAsync(scene.Ada, Ct);
        var other = await scene.Bot.CreateAsync(grace, Ct);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(ConnectorCaller.ChatWith(first), ConnectorCaller.ChatWith(again));
        Assert.NotEqual(ConnectorCaller.ChatWith(first), ConnectorCaller.ChatWith(other), StringComparer.Ordinal);
        Assert.Empty(scene.Teams.Inbox(scene.Ada));
    }

    [Fact]
    public async Task A_chat_is_created_by_Entra_object_id_too()
    {
        await using var scene = await SimulatorScene.StartAsync();

        var byObjectId = await scene.Bot.CreateAsync(Parameters(scene.Ada.Tenant.Id, scene.Ada.ObjectId.ToString()), Ct);

        Assert.Equal(ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct)), ConnectorCaller.ChatWith(byObjectId));
    }

    [Fact]
    public async Task A_chat_needs_the_persons_tenant_and_exactly_one_known_member()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.AddPerson("Grace Hopper");
        var withoutTenant = Parameters(scene.Ada.Tenant.Id, scene.Ada.Id);
        withoutTenant.Remove("tenantId");
        JsonObject[] bad =
        [
            withoutTenant,
            Parameters(scene.Teams.AddTenant().Id, scene.Ada.Id),
            Parameters(scene.Ada.Tenant.Id),
            Parameters(scene.Ada.Tenant.Id, scene.Ada.Id, grace.Id),
            Parameters(scene.Ada.Tenant.Id, "29:nobody"),
        ];

        foreach (var parameters in bad)
        {
            var answer = await scene.Bot.CreateAsync(parameters, Ct);
            Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (answer.Status, answer.ErrorCode));
        }
    }

    [Fact]
    public async Task What_is_sent_to_a_person_lies_in_their_inbox_and_nobody_elses()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var grace = scene.Blue.AddPerson("Grace Hopper");
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));

        var sent = await scene.Bot.SendAsync(chat, ConnectorCaller.Message("Good morning"), Ct);

        var received = Assert.Single(scene.Teams.Inbox(scene.Ada));
        Assert.Equal(("Good morning", 1, chat), (received.MessageText, received.Versions, received.ConversationId));
        Assert.Equal(sent.Body.GetProperty("id").GetString(), received.Id);
        Assert.Empty(scene.Teams.Inbox(grace));
        Assert.Empty(scene.Teams.Posts(scene.Blue.General));
    }

    [Fact]
    public async Task A_post_starts_a_thread_and_a_reply_stands_in_it()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var root = (await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("root"), Ct)).Body.GetProperty("id").GetString()!;
        var thread = $"{scene.Blue.Id};messageid={root}";

        await scene.Bot.CallAsync(
            HttpMethod.Post, $"v3/conversations/{Uri.EscapeDataString(thread)}/activities/{root}", ConnectorCaller.Message("reply"), Ct);

        Assert.Collection(
            scene.Teams.Posts(scene.Blue.General),
            post => Assert.Equal((root, thread, null), (post.Id, post.ConversationId, post.ReplyToId)),
            reply => Assert.Equal(("reply", thread, root), (reply.MessageText, reply.ConversationId, reply.ReplyToId)));
    }

    [Fact]
    public async Task A_thread_in_a_channel_can_be_created_with_its_first_post()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var ideas = scene.Blue.AddChannel("Ideas");

        var created = await scene.Bot.CreateAsync(
            new JsonObject
            {
                ["isGroup"] = true,
                ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = ideas.Id } },
                ["activity"] = ConnectorCaller.Message("first"),
            },
            Ct);

        var post = Assert.Single(scene.Teams.Posts(ideas));
        Assert.Equal(post.ConversationId, created.Body.GetProperty("id").GetString());
        Assert.Equal(post.Id, created.Body.GetProperty("activityId").GetString());
    }

    [Fact]
    public async Task An_update_replaces_the_content_and_counts_and_a_deletion_ends_both()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));
        var id = (await scene.Bot.SendAsync(chat, ConnectorCaller.Message("one"), Ct)).Body.GetProperty("id").GetString()!;
        var path = $"v3/conversations/{Uri.EscapeDataString(chat)}/activities/{id}";

        var updated = await scene.Bot.CallAsync(HttpMethod.Put, path, ConnectorCaller.Message("two"), Ct);
        var afterUpdate = Assert.Single(scene.Teams.Inbox(scene.Ada));
        var deleted = await scene.Bot.CallAsync(HttpMethod.Delete, path, body: null, Ct);
        var tooLate = await scene.Bot.CallAsync(HttpMethod.Put, path, ConnectorCaller.Message("three"), Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (updated.Status, deleted.Status));
        Assert.Equal(("two", 2, false), (afterUpdate.MessageText, afterUpdate.Versions, afterUpdate.IsDeleted));
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), (tooLate.Status, tooLate.ErrorCode));
        Assert.Equal(afterUpdate with { IsDeleted = true }, Assert.Single(scene.Teams.Inbox(scene.Ada)));
    }

    [Fact]
    public async Task Sending_to_somebody_who_blocked_the_bot_is_refused_and_nothing_arrives()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Ada.HasBlockedTheBot = true;
        var chat = ConnectorCaller.ChatWith(await scene.Bot.CreateAsync(scene.Ada, Ct));

        var answer = await scene.Bot.SendAsync(chat, ConnectorCaller.Message("hello"), Ct);

        Assert.Equal((HttpStatusCode.Forbidden, "ConversationBlockedByUser"), (answer.Status, answer.ErrorCode));
        Assert.Empty(scene.Teams.Inbox(scene.Ada));
    }

    [Fact]
    public async Task Without_the_app_there_is_no_chat_with_a_person_and_no_post_in_a_team()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Ada.LacksTheApp = true;
        scene.Blue.HasTheBot = false;

        var chat = await scene.Bot.CreateAsync(scene.Ada, Ct);
        var post = await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message("hello"), Ct);

        Assert.All([chat, post], answer =>
            Assert.Equal((HttpStatusCode.Forbidden, "BotNotInConversationRoster"), (answer.Status, answer.ErrorCode)));
        Assert.Empty(scene.Teams.Posts(scene.Blue.General));
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found()
    {
        await using var scene = await SimulatorScene.StartAsync();

        var answer = await scene.Bot.SendAsync("a:nowhere", ConnectorCaller.Message("hello"), Ct);

        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData(50_000, HttpStatusCode.Created)]
    [InlineData(52_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_activity_may_have_100_KB_as_UTF16(int characters, HttpStatusCode expected)
    {
        await using var scene = await SimulatorScene.StartAsync();

        var answer = await scene.Bot.SendAsync(scene.Blue.Id, ConnectorCaller.Message(new string('x', characters)), Ct);

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.Created ? 1 : 0, scene.Teams.Posts(scene.Blue.General).Count);
    }

    [Fact]
    public async Task What_is_not_an_activity_is_refused()
    {
        await using var scene = await SimulatorScene.StartAsync();

        var answer = await scene.Bot.SendAsync(scene.Blue.Id, new JsonArray("message"), Ct);

        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_card_is_found_among_the_attachments()
    {
        await using var scene = await SimulatorScene.StartAsync();
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["summary"] = "Check in",
            ["attachments"] = new JsonArray(
                new JsonObject { ["contentType"] = "text/plain", ["content"] = "no card" },
                new JsonObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["content"] = new JsonObject { ["type"] = "AdaptiveCard" },
                }),
        };

        await scene.Bot.SendAsync(scene.Blue.Id, activity, Ct);

        var post = Assert.Single(scene.Teams.Posts(scene.Blue.General));
        Assert.Equal(2, post.Attachments.Count);
        Assert.Equal("AdaptiveCard", post.Card?.GetProperty("type").GetString());
        Assert.Equal("Check in", post.Summary);
    }

    [Fact]
    public async Task Every_call_stands_in_the_log_with_its_template_and_status()
    {
        await using var scene = await SimulatorScene.StartAsync();

        await scene.Bot.CreateAsync(scene.Ada, Ct);
        await scene.Bot.SendAsync("a:nowhere", ConnectorCaller.Message("hello"), Ct);

        Assert.Equal(
            ["POST /v3/conversations: 201", "POST /v3/conversations/{conversationId}/activities: 404"],
            scene.Teams.Requests.All.Select(request => request.ToString()),
            StringComparer.Ordinal);
        Assert.Equal(1, scene.Teams.Requests.Count(ConnectorOperation.SendToConversation));
        Assert.Same(scene.Ada, scene.Teams.Requests.All[0].Request.Person);
    }

    [Fact]
    public async Task When_told_to_the_connector_asks_for_a_bearer_token()
    {
        await using var scene = await SimulatorScene.StartAsync();
        scene.Teams.AcceptsToken = token => string.Equals(token, "good", StringComparison.Ordinal);
        var path = $"v3/teams/{Uri.EscapeDataString(scene.Blue.Id)}";

        var none = await scene.Bot.CallAsync(HttpMethod.Get, path, body: null, Ct);
        var bad = await scene.Bot.CallAsync(HttpMethod.Get, path, body: null, Ct, bearer: "bad");
        var good = await scene.Bot.CallAsync(HttpMethod.Get, path, body: null, Ct, bearer: "good");

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK],
            new[] { none, bad, good }.Select(answer => answer.Status));
    }

    private static JsonObject Parameters(Guid tenant, params string[] members) => new()
    {
        ["tenantId"] = tenant.ToString(),
        ["members"] = new JsonArray([.. members.Select(id => new JsonObject { ["id"] = id })]),
    };
}
