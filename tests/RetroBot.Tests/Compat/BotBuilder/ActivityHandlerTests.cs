using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class ActivityHandlerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"message","text":"hi"}""", "message hi")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "removed")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", "removed")]
    [InlineData("""{"type":"installationUpdate","action":"other"}""", null)]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", "reaction like")]
    [InlineData("""{"type":"event","name":"tick"}""", "event tick")]
    [InlineData("""{"type":"typing"}""", null)]
    [InlineData("""{"type":"endOfConversation"}""", null)]
    [InlineData("""{"type":"messageUpdate"}""", null)]
    [InlineData("""{"type":"message/other"}""", "unrecognized message/other")]
    [InlineData("""{"type":"banana"}""", "unrecognized banana")]
    [InlineData("""{"type":"conversationUpdate"}""", null)]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersAdded":[{"id":"29:a","tenantId":"t"}]}""", "members added 29:a")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersAdded":[{"id":"28:bot"}],"recipient":{"id":"28:bot"}}""", "members added 28:bot")]
    [InlineData("""{"type":"conversationUpdate","channelId":"emulator","membersAdded":[{"id":"28:bot"}],"recipient":{"id":"28:bot"}}""", null)]
    [InlineData("""{"type":"conversationUpdate","channelId":"emulator","membersAdded":[{"id":"28:bot"},{"id":"29:a"}],"recipient":{"id":"28:bot"}}""", "members added 28:bot 29:a")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersRemoved":[{"id":"29:a"}],"channelData":{"team":{"id":"T"}}}""", "members removed 29:a from T")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"channelRenamed","channel":{"id":"C","name":"News"},"team":{"id":"T"}}}""", "channel renamed News in T")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"channelDeleted","channel":{"id":"C"},"team":{"id":"T"}}}""", "channel deleted C")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"teamRenamed","team":{"id":"T","name":"Green"}}}""", "team renamed Green")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"channelShared"}}""", null)]
    [InlineData("""{"type":"conversationUpdate","channelId":"emulator","channelData":{"eventType":"teamRenamed","team":{"id":"T","name":"Green"}}}""", null)]
    public async Task An_activity_reaches_the_method_of_its_kind(string activity, string? expected)
    {
        var handler = new RecordingHandler();

        await new RecordingAdapter().RunAsync(JObject.Parse(activity).ToObject<Activity>()!, handler.OnTurnAsync, Ct);

        Assert.Equal(expected is null ? [] : [expected], handler.Called);
    }

    [Fact]
    public async Task A_card_action_is_answered_with_what_the_handler_returns()
    {
        AdaptiveCardInvokeValue? seen = null;
        var handler = new RecordingHandler
        {
            AnswerCard = value =>
            {
                seen = value;
                return new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "Saved" };
            },
        };

        var answer = await InvokeAsync(handler, "adaptiveCard/action", """{"action":{"type":"Action.Execute","id":"i","verb":"save","data":{"outcome":"helped"}},"trigger":"manual"}""");

        Assert.Equal(200, answer.Status);
        Assert.True(answer.IsSuccessStatusCode());
        Assert.Equal("Saved", Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).Value);
        Assert.Equal(("save", "i", "helped"), (seen!.Action.Verb, seen.Action.Id, (string?)((JObject)seen.Action.Data)["outcome"]));
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("\"text\"", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":[]}""", "BadRequest")]
    [InlineData("""{"action":{"type":[]}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    public async Task A_malformed_card_action_is_a_bad_request_that_names_the_reason(string? value, string code)
    {
        var answer = await InvokeAsync(new RecordingHandler { AnswerCard = _ => throw new InvalidOperationException("must not be reached") }, "adaptiveCard/action", value);

        Assert.Equal(400, answer.Status);
        var error = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal((400, "application/vnd.microsoft.error", code), (error.StatusCode, error.Type, ((Error)error.Value).Code));
    }

    [Theory]
    [InlineData("adaptiveCard/action")]
    [InlineData("task/fetch")]
    [InlineData("anything")]
    [InlineData(null)]
    public async Task An_invoke_that_nobody_handles_is_not_implemented(string? name)
    {
        var answer = await InvokeAsync(new RecordingHandler(), name, """{"action":{"type":"Action.Execute"}}""");

        Assert.Equal((501, null), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_turn_without_a_type_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new RecordingAdapter().RunAsync(new Activity(), new RecordingHandler().OnTurnAsync, Ct));

    private static async Task<InvokeResponse> InvokeAsync(RecordingHandler handler, string? name, string? value)
    {
        var adapter = new RecordingAdapter();
        var invoke = new Activity { Type = ActivityTypes.Invoke, ChannelId = "msteams", Name = name, Value = value is null ? null : JToken.Parse(value) };
        await adapter.RunAsync(invoke, handler.OnTurnAsync, Ct);
        var answer = adapter.Sent.Single();
        Assert.Equal("invokeResponse", answer.Type);
        return Assert.IsType<InvokeResponse>(answer.Value);
    }
}
