using System.Net;
using System.Text.Json.Nodes;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>Whatever is posted to <c>/api/messages</c>, the sender is told what is wrong, and nothing breaks.</summary>
public sealed class MalformedActivityTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":7,"channelId":"msteams"}""")]
    [InlineData("""{"type":"message","channelId":"webchat","serviceUrl":"http://127.0.0.1/"}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"not an address","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":"me","recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":[]}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"},"timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"},"attachments":"one"}""")]
    [InlineData("""{"type":"invoke","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":7},"channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x","data":[1]}},"channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","Type":"invoke","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x","Verb":null}},"channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"file:///etc","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"message","\ud800":1}""")]
    [InlineData("""{"type":"message","channelId":"msteams","serviceUrl":"ftp://localhost/","from":{"id":"a"},"recipient":{"id":"b"},"conversation":{"id":"c"}}""")]
    public async Task A_body_that_is_no_activity_is_refused_with_a_reason(string body)
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        var answer = await world.Lead.RawAsync(body, ct: Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
        Assert.Empty(world.Teams.Requests.All);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused_as_too_large()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        var answer = await world.Lead.RawAsync($$"""{"type":"message","text":"{{new string('x', 1024 * 1024)}}"}""", ct: Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    [Fact]
    public async Task Deeply_nested_JSON_is_refused()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        var answer = await world.Lead.RawAsync(new string('[', 100_000) + new string(']', 100_000), ct: Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_body_whose_chunks_are_malformed_is_refused()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, world.Bot.Http.BaseAddress!.Port, Ct);

        await connection.GetStream().WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"u8.ToArray(), Ct);
        using var answer = new StreamReader(connection.GetStream());

        Assert.Contains(" 400 ", await answer.ReadLineAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_declared_as_JSON_is_refused()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        var answer = await world.Lead.RawAsync("{}", new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "text/plain" }, Ct);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public async Task An_activity_of_another_type_is_taken_and_passed_over(string type)
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        var activity = world.Lead.Compose.PersonalMessage("hello");
        activity["type"] = type;

        var answer = await world.Lead.PostAsync(activity, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(world.Teams.Requests.All);
    }

    [Fact]
    public async Task An_invoke_of_another_name_is_answered_as_not_implemented()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        var activity = world.Lead.Compose.PersonalMessage("hello");
        activity["type"] = "invoke";
        activity["name"] = "composeExtension/query";
        activity["value"] = new JsonObject();

        var answer = await world.Lead.PostAsync(activity, Ct);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
    }

    [Theory]
    [InlineData("channelData")]
    [InlineData("from")]
    [InlineData("conversation")]
    public async Task A_person_or_tenant_that_is_not_named_gets_no_further(string field)
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        var activity = world.Lead.Compose.PersonalMessage("stop");
        activity["from"]!.AsObject().Remove("aadObjectId");
        if (field == "channelData") activity[field] = new JsonObject { ["tenant"] = "a string", ["team"] = 7 };
        if (field == "conversation") activity[field]!.AsObject().Remove("tenantId");

        var answer = await world.Lead.PostAsync(activity, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(world.Bot.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    /// <summary>Every field of real activities, replaced by what does not belong there.</summary>
    [Fact]
    public async Task No_change_to_a_field_of_an_activity_becomes_a_server_error()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);
        await world.Lead.InstallInTeamAsync(world.Team, ct: Ct);
        JsonObject[] real =
        [
            world.Lead.Compose.PersonalMessage("help"),
            world.Lead.Compose.ChannelMessage(world.Team.General, "status", mention: true),
            world.Lead.Compose.InstallationInTeam(world.Team, "add"),
            world.Lead.Compose.BotAddedToTeam(world.Team),
            world.Lead.Compose.CardInvoke(world.Teams.Posts(world.Team.General)[0], "Save", "check-in.save", new JsonObject { ["team"] = "x" }),
        ];
        string?[] strange = [null, "7", "true", "\"\"", "\"\\u0000\\ud800\"", "[]", "{}", "[[[]]]", "1e400", "-1", "\"9999-99-99T99:99:99Z\"", $"\"{new string('y', 5000)}\""];

        List<string> broken = [];
        foreach (var activity in real)
        {
            foreach (var path in ActivityFields.PathsIn(activity))
            {
                foreach (var value in strange)
                {
                    var changed = ActivityFields.Replaced(activity, path, value);
                    var answer = await world.Lead.RawAsync(changed, ct: Ct);
                    if ((int)answer.Status >= 500 && answer.Status != HttpStatusCode.NotImplemented) broken.Add($"{path} = {value ?? "(absent)"}: {(int)answer.Status}");
                }
            }
        }

        Assert.Empty(broken);
    }
}
