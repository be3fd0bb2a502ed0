using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Turns that the bot begins.</summary>
public sealed class ProactiveTests : IAsyncLifetime
{
    private readonly CloudAdapter _adapter = new(BotSettings.None);
    private TeamsSimulator _teams = null!;
    private SimulatedTeam _blue = null!;
    private SimulatedPerson _ada = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string AppId => _teams.Bot.AppId.ToString();

    public async ValueTask InitializeAsync()
    {
        _teams = await TeamsSimulator.StartAsync(ct: Ct);
        _blue = _teams.AddTenant().AddTeam("Blue");
        _blue.HasTheBot = true;
        _ada = _blue.AddPerson("Ada Lovelace");
    }

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_continued_from_a_stored_reference()
    {
        ResourceResponse? sent = null;

        await ContinueAsync(async (turn, ct) =>
        {
            Assert.Equal(("event", "ContinueConversation"), (turn.Activity.Type, turn.Activity.Name));
            sent = await turn.SendActivityAsync("The digest", cancellationToken: ct);
        });

        var post = Assert.Single(_teams.Posts(_blue.General));
        Assert.Equal(("The digest", sent!.Id), (post.MessageText, post.Id));

        // The activity that begins the turn has an id of its own, and what is sent in the turn replies to it: so does the official library.
        Assert.Equal(1, _teams.Requests.Count(ConnectorOperation.ReplyToActivity));
    }

    [Fact]
    public async Task What_was_sent_can_be_updated_and_deleted()
    {
        await ContinueAsync(async (turn, ct) =>
        {
            var id = (await turn.SendActivityAsync("first", cancellationToken: ct)).Id;
            var second = MessageFactory.Text("second");
            second.Id = id;
            await turn.UpdateActivityAsync(second, ct);
            Assert.Equal(("second", 2), (_teams.Posts(_blue.General)[0].MessageText, _teams.Posts(_blue.General)[0].Versions));
            await turn.DeleteActivityAsync(id, ct);
        });

        Assert.True(_teams.Posts(_blue.General)[0].IsDeleted);
    }

    [Fact]
    public async Task A_chat_with_a_member_is_created_and_written_to()
    {
        ConversationReference? chat = null;

        await CreateAsync(async (turn, ct) =>
        {
            Assert.Equal(("event", "CreateConversation", "msteams"), (turn.Activity.Type, turn.Activity.Name, turn.Activity.ChannelId));
            chat = turn.Activity.GetConversationReference();
            await turn.SendActivityAsync("Your check-in", cancellationToken: ct);
        });

        Assert.Equal("Your check-in", Assert.Single(_teams.Inbox(_ada)).MessageText);
        Assert.Equal((_teams.Inbox(_ada)[0].ConversationId, _ada.Tenant.Id.ToString()), (chat!.Conversation.Id, chat.Conversation.TenantId));
    }

    [Fact]
    public async Task A_refusal_carries_status_headers_and_error()
    {
        _teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(7)));

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => ContinueAsync(Send));

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.Response.StatusCode);
        Assert.Equal("7", refusal.Response.Headers["Retry-After"].Single());
        Assert.Equal("Throttled", refusal.Body.Error.Code);
        Assert.Equal((HttpMethod.Post, "Operation returned an invalid status code 'TooManyRequests'"), (refusal.Request.Method, refusal.Message));
        Assert.Contains("Throttled", refusal.Response.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_by_the_person_is_told_by_its_code()
    {
        _ada.HasBlockedTheBot = true;

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => CreateAsync(Send));

        Assert.Equal((HttpStatusCode.Forbidden, "ConversationBlockedByUser"), (refusal.Response.StatusCode, refusal.Body.Error.Code));
    }

    [Fact]
    public async Task A_refusal_that_is_not_json_has_its_text_and_no_error()
    {
        _teams.Faults.Add(new Fault.Answers(503, "<html>Busy</html>", TakesEffect: false));

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => ContinueAsync(Send));

        Assert.Null(refusal.Body);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "<html>Busy</html>"), (refusal.Response.StatusCode, refusal.Response.Content));
    }

    [Fact]
    public async Task A_cut_connection_is_a_fault_of_the_network()
    {
        _teams.Faults.Add(new Fault.CutsTheConnection(TakesEffect: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => ContinueAsync(Send));
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_a_serialization_fault()
    {
        _teams.Faults.Add(new Fault.Answers(200, "<html>", TakesEffect: false));

        Assert.Equal("<html>", (await Assert.ThrowsAsync<SerializationException>(() => ContinueAsync(Send))).Content);
    }

    [Fact]
    public async Task A_fault_in_a_proactive_turn_goes_to_the_error_handler()
    {
        Exception? handled = null;
        _adapter.OnTurnError = (_, exception) => Task.FromResult(handled = exception);
        _teams.Faults.Add(Fault.Refuses(404, "ConversationNotFound"));

        await ContinueAsync(Send);

        Assert.Equal("ConversationNotFound", Assert.IsType<ErrorResponseException>(handled).Body.Error.Code);
    }

    [Fact]
    public async Task A_refused_creation_is_thrown_although_there_is_an_error_handler_because_the_turn_has_not_begun()
    {
        _adapter.OnTurnError = (_, _) => Task.CompletedTask;
        _teams.Faults.Add(Fault.Refuses(403, "BotNotInConversationRoster"));

        await Assert.ThrowsAsync<ErrorResponseException>(() => CreateAsync(Send));
    }

    [Fact]
    public async Task What_a_proactive_turn_cannot_do_without_is_asked_for()
    {
        var url = _teams.ServiceUrl.ToString();

        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.ContinueConversationAsync(AppId, (ConversationReference)null!, Send, Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.CreateConversationAsync(AppId, Channels.Msteams, "", null, Parameters(), Send, Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.CreateConversationAsync(AppId, Channels.Msteams, url, null, null, Send, Ct));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.CreateConversationAsync(AppId, Channels.Msteams, url, null, Parameters(), null, Ct));
    }

    [Fact]
    public async Task A_bot_with_an_app_id_speaks_for_no_other()
    {
        await using var authority = await TrustedAuthority.StartAsync(Ct);
        var adapter = new CloudAdapter(BotSettings.Signed(_teams.Bot.AppId, authority));

        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.ContinueConversationAsync("", Reference(), Send, Ct));
        Assert.Empty(_teams.Requests.All);
    }

    private static Task Send(ITurnContext turn, CancellationToken ct) => turn.SendActivityAsync("hello", cancellationToken: ct);

    private Task ContinueAsync(BotCallbackHandler turn) => _adapter.ContinueConversationAsync(AppId, Reference(), turn, Ct);

    private Task CreateAsync(BotCallbackHandler turn) =>
        _adapter.CreateConversationAsync(AppId, Channels.Msteams, _teams.ServiceUrl.ToString(), null, Parameters(), turn, Ct);

    private ConversationReference Reference() => new()
    {
        ChannelId = Channels.Msteams,
        ServiceUrl = _teams.ServiceUrl.ToString(),
        Bot = new ChannelAccount { Id = _teams.Bot.Id },
        Conversation = new ConversationAccount { Id = _blue.General.Id },
    };

    private ConversationParameters Parameters() => new()
    {
        IsGroup = false,
        TenantId = _ada.Tenant.Id.ToString(),
        Bot = new ChannelAccount { Id = _teams.Bot.Id },
        Members = [new ChannelAccount { Id = _ada.Id }],
    };
}
