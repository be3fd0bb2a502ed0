using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Soak;
using Xunit;

namespace RetroBot.Tests.Fuzzing;

/// <summary>
/// Activities as Teams would never send them, made of real ones from a seed: a few thousand, and 100,000 in a <see cref="FullRun"/>. Those of Teams itself go to the service in a process of its own; those of strangers
/// to one that knows its callers.
/// </summary>
public sealed class ActivityFuzzTests(StorageEmulator emulator)
{
    private const int Seed = 20261122;
    private const int People = 12;

    /// <summary>Megabytes. What a heap takes and gives back by itself, and far less than a kilobyte for each body would come to.</summary>
    private const int UsualGrowth = 60;

    private static readonly int Bodies = FullRun.IsAsked ? 100_000 : 3_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_Teams_posts_there_is_no_server_error_no_hang_no_growth_and_the_next_round_is_as_ever()
    {
        await using var teams = await TeamsSimulator.StartAsync(keeping: new Keeping(PerChat: 20, PerChannel: 20, Requests: 100), ct: Ct);
        await using var service = new RunningService(
            [$"--Storage:ConnectionString={await emulator.ConnectionStringAsync()}", $"--Storage:TablePrefix={StorageEmulator.NewPrefix()}", "--RetroBot:Teams:RequestsPerSecond=5000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"], clock: null);
        await service.StartAsync(Ct);
        var fuzzer = new ActivityFuzzer(await RealAsync(teams, service), Seed);

        var wrong = await PostAsync(Bodies / 5);
        var early = Footprint.Of(service.ProcessId);
        wrong = [.. wrong, .. await PostAsync(Bodies - (Bodies / 5))];
        var late = Footprint.Of(service.ProcessId);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Bodies} bodies; {early}, then {late}");
        Assert.True(wrong.Count == 0, $"{string.Join('\n', wrong.Take(5))}\n{service.Output}");
        Assert.InRange(late.Memory, 0, (early.Memory * 5 / 4) + UsualGrowth);
        Assert.InRange(late.Handles, 0, early.Handles + 60);
        Assert.DoesNotContain("unhandled exception", service.Output, StringComparison.OrdinalIgnoreCase);
        await AssertAsEverAsync(teams, service);

        async Task<IReadOnlyList<string>> PostAsync(int count) =>
            await Fuzzed.PostAsync(service.Http, Enumerable.Range(0, count).Select(_ => (fuzzer.Next(), (string?)null)), status => status < 500 || status == 501, Ct);
    }

    [Fact]
    public async Task Whatever_a_stranger_posts_it_is_refused_and_nothing_is_stored_or_sent()
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct);
        var (lead, bot) = (world.Lead.Compose, world.Teams.Bot.AppId);
        JsonObject[] real = [lead.PersonalMessage("stop"), lead.InstallationInTeam(world.Team, "add"), lead.PersonalInstallation("add"), lead.ChannelMessage(world.Team.General, "open now", mention: true)];
        List<string?> headers = [null, "", "Bearer", "Bearer a.b.c", "Basic eDp5", .. Enum.GetValues<TokenFlaw>().Except([TokenFlaw.None]).Select(flaw => $"Bearer {world.Authority.Mint(bot, world.Teams.ServiceUrl, flaw)}")];
        var (fuzzer, random) = (new ActivityFuzzer(real, Seed), new Random(Seed));
        var good = world.Authority.Mint(bot, world.Teams.ServiceUrl);

        var wrong = await Fuzzed.PostAsync(
            world.Bot.Http, Enumerable.Range(0, Bodies).Select(_ => (fuzzer.Next(), random.Next(10) == 0 ? Bent(good) : headers[random.Next(headers.Count)])), status => status is >= 400 and < 500, Ct);

        Assert.True(wrong.Count == 0, $"{string.Join('\n', wrong.Take(5))}\n{string.Join('\n', world.Bot.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text).Take(5))}");
        Assert.Empty(await world.DumpAsync(Ct));
        Assert.Empty(world.Teams.Requests.All);

        // One letter of a signed token otherwise, and not the last of a part, whose bits do not all count.
        string Bent(string token)
        {
            var at = random.Next(token.Length - 4);
            return $"Bearer {token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{(token[at + 1] == 'A' ? 'B' : 'A')}{token[(at + 2)..]}";
        }
    }

    /// <summary>All that people of a team can say and press, as Teams sends it.</summary>
    private static async Task<IReadOnlyList<JsonObject>> RealAsync(TeamsSimulator teams, RunningService service)
    {
        var team = NewTeam(teams);
        var lead = new TeamsClient(teams, team.Members[0], service.Http);
        List<JsonObject> real = [lead.Compose.InstallationInTeam(team, "remove"), lead.Compose.BotRemovedFromTeam(team), lead.Compose.BotAddedToPersonalChat(), lead.Compose.PersonalInstallation("remove")];
        await lead.InstallInTeamAsync(team, ct: Ct);
        await lead.InstallPersonalAsync(ct: Ct);
        await SayAsync(lead.Compose.ChannelMessage(team.General, "open now", mention: true));
        await CardsAsync(teams, team);
        foreach (var command in CommandWords.In(HelpScope.Channel)) await SayAsync(lead.Compose.ChannelMessage(team.General, CommandWords.Of(command, Languages.English), mention: true));
        foreach (var command in CommandWords.In(HelpScope.Personal)) await SayAsync(lead.Compose.PersonalMessage(CommandWords.Of(command, Languages.English)));
        foreach (var shown in teams.Posts(team.General).Concat(teams.Inbox(lead.Person)).Where(shown => shown.Card is not null))
        {
            foreach (var action in CardAction.AllOn(shown.Card!.Value).DistinctBy(action => action.Verb))
            {
                var press = lead.Compose.CardInvoke(shown, action.Title, action.Verb, JsonNode.Parse(action.Data.ValueKind == JsonValueKind.Object ? action.Data.GetRawText() : "{}"));
                real.Add(press);
                // What the card becomes when it is pressed can be pressed, too.
                if ((await lead.PostAsync(press.DeepClone().AsObject(), Ct)).Card is { } next)
                    real.AddRange(CardAction.AllOn(next).DistinctBy(further => further.Verb).Select(further => lead.Compose.CardInvoke(shown, further.Title, further.Verb, JsonNode.Parse(further.Data.ValueKind == JsonValueKind.Object ? further.Data.GetRawText() : "{}"))));
            }
            real.Add(lead.Compose.FileConsent(shown, new JsonObject { ["file"] = "x" }, new JsonObject { ["name"] = "catalog.csv", ["uploadUrl"] = "https://contoso.sharepoint.com/upload", ["contentUrl"] = "https://contoso.sharepoint.com/x.csv", ["uniqueId"] = "1", ["fileType"] = "csv" }));
        }
        Assert.InRange(real.Count, 80, 2_000);
        return real;

        async Task SayAsync(JsonObject activity)
        {
            real.Add(activity);
            Assert.True((int)(await lead.PostAsync(activity.DeepClone().AsObject(), Ct)).Status < 300);
        }
    }

    /// <summary>Another team installs RetroBot, opens a round, answers and reads its digest.</summary>
    private static async Task AssertAsEverAsync(TeamsSimulator teams, RunningService service)
    {
        var team = NewTeam(teams);
        var lead = new TeamsClient(teams, team.Members[0], service.Http);
        await lead.InstallInTeamAsync(team, ct: Ct);
        await lead.SayInChannelAsync(team.General, "open now", ct: Ct);
        foreach (var (index, (person, card)) in (await CardsAsync(teams, team)).Index())
        {
            var helped = index < People / 2;
            await World.AnswerAsync(new TeamsClient(teams, person, service.Http), card, helped ? "helped" : "rightlyNotUsed", helped ? World.Details : null, Ct);
        }
        await lead.SayInChannelAsync(team.General, "close now", ct: Ct);
        var digest = await teams.WaitForAsync(team.General, post => post.Versions > 1, TimeSpan.FromMinutes(1), Ct);
        Assert.Contains("50", digest.Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Waits until everybody has a check-in card.</summary>
    private static async Task<IReadOnlyList<(SimulatedPerson Person, ReceivedActivity Card)>> CardsAsync(TeamsSimulator teams, SimulatedTeam team)
    {
        await teams.WaitForAsync(() => team.Members.All(person => CardOf(person) is not null), TimeSpan.FromMinutes(1), Ct);
        return [.. team.Members.Select(person => (person, CardOf(person)!))];

        ReceivedActivity? CardOf(SimulatedPerson person) => teams.Inbox(person).LastOrDefault(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);
    }

    private static SimulatedTeam NewTeam(TeamsSimulator teams)
    {
        var team = teams.AddTenant().AddTeam("Product team");
        for (var member = 1; member <= People; member++) team.AddPerson($"Member {member}");
        return team;
    }
}
