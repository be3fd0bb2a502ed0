using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class PlaygroundTests : IDisposable
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/api/messages");
    private readonly TemporaryFolder data = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task It_serves_the_demo_team_and_tells_the_bot_of_its_installation()
    {
        var local = await LocalTools.InstalledAsync(Ct);
        await using var bot = await MessagesListener.StartAsync(Ct);
        await using var playground = await Playground.StartAsync(local, data.Path, port: 0, bot.Messages, Ct);
        using var http = new HttpClient { BaseAddress = playground.Address };

        // What the page sends when somebody opens the channel for the first time.
        using var clicked = await http.PostAsJsonAsync(new Uri($"_debug/conversation/{DemoTenant.TeamConversation}/installation", UriKind.Relative), new { }, Ct);
        clicked.EnsureSuccessStatusCode();

        JsonElement[] received = [await bot.NextAsync(Ct), await bot.NextAsync(Ct)];
        Assert.Equal(["conversationUpdate", "installationUpdate"], received.Select(activity => Text(activity, "type")).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(received, activity =>
        {
            Assert.Equal(DemoTenant.Id.Value, Text(activity, "channelData", "tenant", "id"));
            Assert.Equal(DemoTenant.TeamConversation, Text(activity, "channelData", "team", "id"));
            Assert.Equal(DemoTenant.You.User.Value, Text(activity, "from", "aadObjectId"));
            Assert.Equal($"http://localhost:{playground.Port}/_connector", Text(activity, "serviceUrl"));
        });

        var roster = await http.GetFromJsonAsync<JsonElement>(new Uri($"_connector/v3/conversations/{DemoTenant.TeamConversation}/pagedmembers", UriKind.Relative), Ct);
        Assert.Equal(
            [DemoTenant.You.User.Value, .. DemoTenant.InPlayground.Select(person => person.User.Value)],
            roster.GetProperty("members").EnumerateArray().Select(member => Text(member, "aadObjectId")),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task One_that_runs_already_is_used_and_left_running()
    {
        var local = await LocalTools.InstalledAsync(Ct);
        await using var running = await Playground.StartAsync(local, data.Path, port: 0, Nowhere, Ct);

        for (var time = 1; time <= 2; time++)
        {
            await using var found = await Playground.StartAsync(local, data.Path, running.Port, Nowhere, Ct);
            Assert.True(found.WasRunning);
        }

        Assert.False(running.WasRunning);
    }

    [Fact]
    public async Task A_foreign_server_on_the_port_is_told_with_the_port_and_the_settings_that_help()
    {
        await using var foreign = new ForeignServer();

        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => Playground.StartAsync(LocalTools.Folder, data.Path, foreign.Port, Nowhere, Ct));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {foreign.Port} is taken"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Local:PlaygroundPort", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Local:Playground=false", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everybody_of_the_demo_tenant_has_an_Entra_id_and_an_account_of_their_own()
    {
        DemoPerson[] people = [DemoTenant.You, .. DemoTenant.InPlayground, .. DemoTenant.Simulated];

        Assert.Equal(5, DemoTenant.InPlayground.Count);
        Assert.All(people, person => Assert.True(Guid.TryParseExact(person.User.Value, "D", out _), person.User.Value));
        Assert.Equal(people.Length, people.Select(person => person.User).Distinct().Count());
        Assert.Equal(people.Length, people.Select(person => person.ChannelAccount).Distinct(StringComparer.Ordinal).Count());
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) element = element.GetProperty(name);
        return element.GetString();
    }
}
