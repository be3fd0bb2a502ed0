using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>Activities that come in over HTTP, and the answers to them.</summary>
public sealed class CloudAdapterTests : IAsyncLifetime
{
    private TeamsSimulator _teams = null!;
    private SimulatedPerson _ada = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _teams = await TeamsSimulator.StartAsync(ct: Ct);
        var team = _teams.AddTenant().AddTeam("Blue");
        team.HasTheBot = true;
        _ada = team.AddPerson("Ada Lovelace");
    }

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    [Fact]
    public async Task A_message_is_answered_in_its_conversation_and_the_request_with_an_empty_200()
    {
        await using var bot = await BotAsync((turn, ct) => turn.SendActivityAsync($"You said {turn.Activity.Text}", cancellationToken: ct));

        var answer = await Ada(bot).SayInPersonalAsync("hello", Ct);

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
        var reply = Assert.Single(_teams.Inbox(_ada));
        Assert.Equal("You said hello", reply.MessageText);
        Assert.Equal(1, _teams.Requests.Count(ConnectorOperation.ReplyToActivity));
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_response()
    {
        var handler = new RecordingHandler
        {
            AnswerCard = value => new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = value.Action.Verb },
        };
        await using var bot = await BotAsync(handler.OnTurnAsync);

        var answer = await PressAsync(Ada(bot), "save");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("save", answer.Body.GetProperty("value").GetString());
        Assert.Empty(_teams.Requests.All);
    }

    [Fact]
    public async Task An_invoke_that_the_bot_ignores_is_not_implemented()
    {
        await using var bot = await BotAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.NotImplemented, (await PressAsync(Ada(bot), "save")).Status);
    }

    [Fact]
    public async Task Replies_that_the_sender_expects_come_back_in_the_response()
    {
        await using var bot = await BotAsync((turn, ct) => turn.SendActivityAsync("here", cancellationToken: ct));
        var message = Ada(bot).Compose.PersonalMessage("hello");
        message["deliveryMode"] = "expectReplies";

        var answer = await Ada(bot).PostAsync(message, Ct);

        Assert.Equal("here", answer.Body.GetProperty("activities")[0].GetProperty("text").GetString());
        Assert.Empty(_teams.Requests.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":{"a":1}}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string body)
    {
        await using var bot = await BotAsync((_, _) => throw new InvalidOperationException("must not be reached"));

        Assert.Equal(HttpStatusCode.BadRequest, (await Ada(bot).RawAsync(body, ct: Ct)).Status);
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        await using var bot = await BotAsync((_, _) => Task.CompletedTask);

        using var response = await bot.Client.GetAsync(new Uri("api/messages", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task What_is_not_signed_is_unauthorized_and_what_is_signed_reaches_the_bot()
    {
        await using var authority = await TrustedAuthority.StartAsync(Ct);
        var reached = 0;
        await using var bot = await BotHost.StartAsync(
            BotSettings.Signed(_teams.Bot.AppId, authority),
            (turn, _) => Task.FromResult(reached++),
            ct: Ct);

        var unsigned = await Ada(bot).SayInPersonalAsync("hello", Ct);
        var signed = await new TeamsClient(_teams, _ada, bot.Client, authority).SayInPersonalAsync("hello", Ct);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (unsigned.Status, unsigned.Text));
        Assert.Equal(HttpStatusCode.OK, signed.Status);
        Assert.Equal(1, reached);
    }

    [Fact]
    public async Task A_turn_knows_its_caller_and_its_connector()
    {
        Dictionary<string, object>? state = null;
        await using var bot = await BotAsync((turn, _) => Task.FromResult(state = new(turn.TurnState, StringComparer.Ordinal)));

        await Ada(bot).SayInPersonalAsync("hello", Ct);

        Assert.Contains(BotAdapter.BotIdentityKey, state!.Keys, StringComparer.Ordinal);
        Assert.Contains(typeof(IConnectorClient).FullName!, state.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_bot_goes_to_the_error_handler_and_without_one_to_the_host()
    {
        await using var bot = await BotAsync((_, _) => throw new InvalidOperationException("on purpose"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ada(bot).SayInPersonalAsync("hello", Ct));

        Exception? handled = null;
        bot.Adapter.OnTurnError = (turn, exception) =>
        {
            handled = exception;
            return turn.SendActivityAsync("Sorry");
        };

        Assert.Equal(HttpStatusCode.OK, (await Ada(bot).SayInPersonalAsync("hello", Ct)).Status);
        Assert.IsType<InvalidOperationException>(handled);
        Assert.Equal("Sorry", Assert.Single(_teams.Inbox(_ada)).MessageText);
    }

    private static Task<BotHost> BotAsync(BotCallbackHandler turn) => BotHost.StartAsync(BotSettings.None, turn, ct: Ct);

    private TeamsClient Ada(BotHost bot) => new(_teams, _ada, bot.Client);

    private static Task<BotAnswer> PressAsync(TeamsClient client, string verb) =>
        client.InvokeAsync(new ReceivedActivity("1", "a:1", ReplyToId: null, JsonSerializer.SerializeToElement(new { }), Versions: 1, IsDeleted: false), verb, data: null, Ct);
}
