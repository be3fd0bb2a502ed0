using System.Net;
using System.Text.Json.Nodes;
using RetroBot.Simulation;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A26. Anyone: calls <c>/api/messages</c> unsigned, with a wrong issuer, audience, key, algorithm (<c>none</c>, HS256), expired, encrypted token, or a foreign <c>serviceUrl</c>.
/// What must happen: 401 or 403, nothing stored, no outbound call.
/// </summary>
public sealed class A26ForgedRequests(SavingStorageEmulator emulator) : Attack(emulator)
{
    private static readonly string?[] NoTokens =
    [
        null, "", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer a.b.c", "Bearer ....", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "Bearer eyJhbGciOlsxXX0.e30.AAAA", "Bearer W10.e30.AAAA",
    ];

    public override Holding Holds => Holding.OpenDoor;

    [Fact]
    public Task Whoever_is_not_Teams_is_refused_and_nothing_is_stored_or_sent() => MustWinNothingAsync();

    [Fact]
    public async Task What_Teams_signs_is_taken_and_answered()
    {
        await using var world = await StartAsync();

        await world.InstallAsync(Ct);

        Assert.NotEmpty(world.Teams.Posts(world.Team.General));
        Assert.NotEmpty((await StorageDump.OfTablesAsync(world, Ct)).Of(world));
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        await using var elsewhere = await TeamsSimulator.StartAsync(ct: Ct);
        var team = world.Beside(members: 1);
        team.Team.HasTheBot = true;
        var requests = world.Teams.Requests.All.Count;
        List<string> won = [];

        foreach (var flaw in Enum.GetValues<TokenFlaw>().Except([TokenFlaw.None]))
            await CallAsync($"a token with the flaw {flaw}", $"Bearer {world.Authority.Mint(world.Teams.Bot.AppId, world.Teams.ServiceUrl, flaw)}", world.Teams.ServiceUrl);
        foreach (var header in NoTokens) await CallAsync($"the header \"{header}\"", header, world.Teams.ServiceUrl);

        // The token is right, and names the same service as the activity; RetroBot may not answer there.
        Uri[] foreign = [elsewhere.ServiceUrl, new("https://attacker.example/"), new("http://smba.trafficmanager.net/emea/"), new("https://smba.trafficmanager.net.attacker.example/"), new("https://smba.trafficmanager.net:8443/")];
        foreach (var service in foreign) await CallAsync($"the service {service}", $"Bearer {world.Authority.Mint(world.Teams.Bot.AppId, service)}", service);

        if ((await StorageDump.OfTablesAsync(world, Ct)).Of(team).Any()) won.Add("Something was stored.");
        if (world.Teams.Requests.All.Count != requests || elsewhere.Requests.All.Count > 0) won.Add("Something was sent.");
        return won;

        async Task CallAsync(string what, string? authorization, Uri service)
        {
            foreach (var activity in (JsonObject[])[team.Lead.Compose.InstallationInTeam(team.Team, "add"), team.Lead.Compose.ChannelMessage(team.Team.General, "status", mention: true)])
            {
                activity["serviceUrl"] = service.ToString();
                Dictionary<string, string> headers = authorization is null ? [] : new(StringComparer.Ordinal) { ["Authorization"] = authorization };
                var answer = await team.Lead.RawAsync(activity.ToJsonString(), headers, Ct);
                if (answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) won.Add($"With {what}, the answer is {(int)answer.Status}.");
            }
        }
    }
}
