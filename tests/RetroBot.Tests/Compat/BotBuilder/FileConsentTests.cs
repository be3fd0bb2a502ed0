using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class FileConsentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"fileUpload","action":"accept","context":"c","uploadInfo":{"name":"n","uploadUrl":"u","contentUrl":"o","uniqueId":"i","fileType":"t"}}""", "accepted c n u o i t")]
    [InlineData("""{"type":"fileUpload","action":"decline","context":"c"}""", "declined c")]
    public async Task An_answer_reaches_the_method_of_its_kind_and_is_acknowledged(string value, string called)
    {
        var handler = new RecordingHandler();

        var answer = await InvokeAsync(handler, value);

        Assert.Equal([called], handler.Called);
        Assert.Equal((200, null), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("""{"action":"perhaps"}""")]
    [InlineData("""{}""")]
    [InlineData("\"text\"")]
    public async Task Anything_else_is_a_bad_request(string value) => Assert.Equal(400, (await InvokeAsync(new RecordingHandler(), value)).Status);

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task An_answer_that_nobody_handles_is_not_implemented(string action) =>
        Assert.Equal(501, (await InvokeAsync(new TeamsActivityHandler(), $$"""{"action":"{{action}}"}""")).Status);

    [Fact]
    public void The_cards_have_their_names_in_JSON()
    {
        Assert.Equal(
            """{"description":"d","sizeInBytes":3,"acceptContext":{"a":1},"declineContext":null}""",
            JObject.FromObject(new FileConsentCard("d", 3, JObject.Parse("""{"a":1}"""))).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"uniqueId":"i","fileType":"csv","etag":null}""", JObject.FromObject(new FileInfoCard("i", "csv")).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", "application/vnd.microsoft.teams.card.file.info"), (FileConsentCard.ContentType, FileInfoCard.ContentType));
    }

    private static async Task<InvokeResponse> InvokeAsync(TeamsActivityHandler handler, string value)
    {
        var adapter = new RecordingAdapter();
        await adapter.RunAsync(new Activity { Type = ActivityTypes.Invoke, ChannelId = "msteams", Name = "fileConsent/invoke", Value = JToken.Parse(value) }, handler.OnTurnAsync, Ct);
        return Assert.IsType<InvokeResponse>(Assert.Single(adapter.Sent).Value);
    }
}
