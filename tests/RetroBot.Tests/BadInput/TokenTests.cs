using System.Net;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>Only Teams may speak to RetroBot: with a registered bot, every activity carries a token that is right in every way.</summary>
public sealed class TokenTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<TokenFlaw> Flaws => [.. Enum.GetValues<TokenFlaw>().Except([TokenFlaw.None])];

    [Fact]
    public async Task A_signed_activity_is_taken()
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);

        var answer = await world.Lead.PostAsync(Invoke(world), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Card);
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_flawed_token_is_refused_and_nothing_is_stored_or_sent(TokenFlaw flaw)
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);
        var token = world.Authority.Mint(world.Teams.Bot.AppId, world.Teams.ServiceUrl, flaw);

        var answer = await PostAsync(world, $"Bearer {token}");

        Assert.Contains(answer, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
        await NothingHappenedAsync(world);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    [InlineData("Bearer eyJhbGciOlsxXX0.e30.AAAA")]
    [InlineData("Bearer W10.e30.AAAA")]
    public async Task What_is_no_token_is_refused(string? header)
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(world, header));
        await NothingHappenedAsync(world);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.attacker.example/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    public async Task A_service_that_RetroBot_may_not_answer_is_refused_even_when_the_token_names_it(string serviceUrl)
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);
        var activity = world.Lead.Compose.InstallationInTeam(world.Team, "add");
        activity["serviceUrl"] = serviceUrl;
        var token = world.Authority.Mint(world.Teams.Bot.AppId, new Uri(serviceUrl));

        var answer = await world.Lead.RawAsync(activity.ToJsonString(), new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {token}" }, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        await NothingHappenedAsync(world);
    }

    private static System.Text.Json.Nodes.JsonObject Invoke(World world)
    {
        var invoke = world.Lead.Compose.PersonalMessage("");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = System.Text.Json.Nodes.JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"of.another.version","data":{}},"trigger":"manual"}""");
        return invoke;
    }

    private static async Task<HttpStatusCode> PostAsync(World world, string? authorization)
    {
        Dictionary<string, string> headers = authorization is null ? [] : new(StringComparer.Ordinal) { ["Authorization"] = authorization };
        return (await world.Lead.RawAsync(world.Lead.Compose.InstallationInTeam(world.Team, "add").ToJsonString(), headers, Ct)).Status;
    }

    private static async Task NothingHappenedAsync(World world)
    {
        Assert.Empty(world.Teams.Requests.All);
        Assert.False(await world.HasTableAsync("teams", Ct));
    }
}
