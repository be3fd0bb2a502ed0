using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace RetroBot.Tests.Compat.BotBuilder;

public sealed class ActivityJsonTests
{
    private const string Message = """
        {
          "type": "message", "id": "1700000000000", "timestamp": "2026-11-16T08:00:00.123Z", "localTimestamp": "2026-11-16T09:00:00.123+01:00", "localTimezone": "Europe/Berlin",
          "channelId": "msteams", "serviceUrl": "https://smba.trafficmanager.net/emea/", "text": "<at>RetroBot</at> status", "textFormat": "plain", "locale": "de-DE",
          "from": { "id": "29:ada", "name": "Ada", "aadObjectId": "7a1c", "tenantId": "t" },
          "conversation": { "isGroup": true, "conversationType": "channel", "tenantId": "t", "id": "19:x@thread.tacv2;messageid=1", "topic": "kept" },
          "recipient": { "id": "28:bot", "name": "RetroBot" },
          "entities": [
            { "type": "mention", "mentioned": { "id": "28:bot", "name": "RetroBot" }, "text": "<at>RetroBot</at>" },
            { "type": "clientInfo", "locale": "de-DE", "platform": "Windows" }
          ],
          "channelData": { "team": { "id": "19:x@thread.tacv2", "name": "Blue", "aadGroupId": "g" }, "channel": { "id": "19:x@thread.tacv2" }, "tenant": { "id": "t" }, "source": { "name": "compose" } },
          "membershipSource": { "sourceType": "team" }
        }
        """;

    [Fact]
    public async Task What_a_channel_sends_survives_being_read_and_written()
    {
        var activity = await ReadAsync<Activity>(Message);

        Assert.Equal("team", (string?)activity.Properties["membershipSource"]!["sourceType"]);
        Assert.Equal("kept", (string?)activity.Conversation.Properties["topic"]);
        Assert.Equal("t", (string?)activity.From.Properties["tenantId"]);
        Assert.True(JToken.DeepEquals(Parse(Message), Parse(await WriteAsync(activity))), "Something was lost or added.");
    }

    [Fact]
    public async Task Local_time_keeps_its_offset()
    {
        var activity = await ReadAsync<Activity>(Message);

        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp!.Value.Offset);
        Assert.Equal(activity.Timestamp!.Value.UtcDateTime, activity.LocalTimestamp.Value.UtcDateTime);
    }

    [Fact]
    public async Task Channel_data_is_a_json_object_that_can_be_read_as_what_teams_sends()
    {
        var activity = await ReadAsync<Activity>(Message);

        Assert.IsType<JObject>(activity.ChannelData);
        var data = activity.GetChannelData<TeamsChannelData>();
        Assert.Equal(("19:x@thread.tacv2", "Blue", "g", "t"), (data.Team.Id, data.Team.Name, data.Team.AadGroupId, data.Tenant.Id));
        Assert.Contains("source", data.AdditionalProperties.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_null_is_not_written()
    {
        var written = Parse(await WriteAsync(new Activity { Type = ActivityTypes.Message, Text = null, Value = 0 }));

        Assert.Equal(["type", "value"], written.Properties().Select(property => property.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_body_of_an_invoke_response_is_indented_and_leaves_out_what_cannot_be_set()
    {
        var card = await WriteAsync(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive", Value = JObject.Parse("""{"type":"AdaptiveCard"}""") });
        var anonymous = await WriteAsync(new { Lost = 1 });

        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", Parse(card).ToString(Formatting.None));
        Assert.Contains('\n', card);
        Assert.Equal("{}", anonymous);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"entities":{"type":"mention"}}""")]
    public async Task What_is_no_activity_is_read_as_none(string body) => Assert.Null(await ReadAsync<Activity>(body));

    [Fact]
    public async Task Json_nested_deeper_than_128_levels_is_read_as_none()
    {
        Assert.NotNull(await ReadAsync<Activity>(Nested(100)));
        Assert.Null(await ReadAsync<Activity>(Nested(200)));

        static string Nested(int levels) => $$"""{"type":"message","value":{{new string('[', levels)}}{{new string(']', levels)}}}""";
    }

    [Fact]
    public void A_roster_account_takes_its_object_id_under_either_name()
    {
        var old = JsonConvert.DeserializeObject<TeamsChannelAccount>("""{"id":"29:a","objectId":"7a1c","userRole":"guest"}""")!;
        var young = JsonConvert.DeserializeObject<TeamsChannelAccount>("""{"id":"29:a","aadObjectId":"7a1c"}""")!;

        Assert.Equal(("7a1c", "guest", "7a1c"), (old.AadObjectId, old.UserRole, young.AadObjectId));
    }

    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.DateTimeOffset };
        return JObject.Load(reader);
    }

    private static Task<T> ReadAsync<T>(string body)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return HttpHelper.ReadRequestAsync<T>(request);
    }

    private static async Task<string> WriteAsync(object body)
    {
        var response = new DefaultHttpContext().Response;
        using var written = new MemoryStream();
        response.Body = written;
        await HttpHelper.WriteResponseAsync(response, new InvokeResponse { Status = 200, Body = body });
        Assert.Equal("application/json", response.ContentType);
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
