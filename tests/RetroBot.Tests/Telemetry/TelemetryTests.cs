using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Attacks;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Telemetry;

/// <summary>What an operator with telemetry sees: how the service does, and nothing of who or how many answered.</summary>
public sealed class TelemetryTests(StorageEmulator emulator)
{
    private const string Title = "A title that nobody else has";
    private const string Sought = "words-that-somebody-seeks";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_exported_of_a_whole_round_names_nobody_no_team_no_round_and_no_answer()
    {
        await using var collector = await Collector.StartAsync(Ct);
        await using var world = await World.StartAsync(emulator, members: 12, Ct, settings: To(collector.Address));
        var (meters, tracer) = (world.Bot.Services.GetRequiredService<MeterProvider>(), world.Bot.Services.GetRequiredService<TracerProvider>());

        await PlayAsync(world);
        using var page = await world.Bot.Http.GetAsync(new Uri($"catalog/0123456789abcdef?q={Sought}", UriKind.Relative), Ct);
        using var document = await world.Bot.Http.GetAsync(new Uri("privacy", UriKind.Relative), Ct);
        Assert.True(meters.ForceFlush() && tracer.ForceFlush());

        Assert.All((string[])["retrobot.rounds.opened", "retrobot.rounds.closed", "retrobot.round.open.delay", "retrobot.teams.requests", "retrobot.teams.pause.duration", "retrobot.invoke.duration", "retrobot.delivery.queue.age", "retrobot.round.look.age", "retrobot.digest.sections"],
            name => Assert.Contains(name, collector.Metrics, StringComparison.Ordinal));
        Assert.Contains("GET /catalog/{id}", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("retrobot", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets(world), secret => collector.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_exported_to_Azure_Monitor_names_nobody_either()
    {
        using var azure = new FakeIngestion();
        await using var world = await World.StartAsync(emulator, members: 12, Ct, settings: FakeIngestion.Settings, change: azure.Receive);
        var (meters, tracer) = (world.Bot.Services.GetRequiredService<MeterProvider>(), world.Bot.Services.GetRequiredService<TracerProvider>());

        await PlayAsync(world);
        using var page = await world.Bot.Http.GetAsync(new Uri($"catalog/0123456789abcdef?q={Sought}", UriKind.Relative), Ct);
        Assert.True(meters.ForceFlush() && tracer.ForceFlush());

        Assert.Contains("retrobot.rounds.opened", azure.Everything, StringComparison.Ordinal);
        Assert.Contains("GET /catalog/{id}", azure.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets(world).Append(Environment.MachineName), secret => azure.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_round_is_counted_and_what_Teams_took_is_told_in_tens()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        using var gauges = new Gauges(world.Bot.Services);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request.IsSend && request.Person == world.Team.Members[2]);
        world.Team.Members[3].HasBlockedTheBot = true;
        await world.OpenInstalledAsync(Ct);
        for (var look = 0; look < 3; look++)
        {
            world.Time.Advance(TimeSpan.FromSeconds(2));
            await world.Bot.WorkAsync(Ct);
        }
        await world.CloseAsync(Ct);

        var told = gauges.Read();

        Assert.Equal(1, told["retrobot.rounds.opened"]);
        Assert.Equal(1, told["retrobot.rounds.closed"]);
        Assert.Equal(1, told["retrobot.round.open.delay count"]);
        Assert.Equal(1, told["retrobot.teams.pause.duration"]);
        Assert.Equal(1, told["retrobot.teams.pause.duration count"]);
        Assert.Equal(10, told["retrobot.teams.requests retrobot.request.kind=create_conversation retrobot.request.outcome=accepted http.response.status_code=201"]);
        Assert.Equal(10, told["retrobot.teams.requests retrobot.request.kind=send retrobot.request.outcome=accepted http.response.status_code=201"]);
        Assert.Equal(1, told["retrobot.teams.requests retrobot.request.kind=send retrobot.request.outcome=try_later http.response.status_code=429"]);
        Assert.Equal(1, told["retrobot.teams.requests retrobot.request.kind=send retrobot.request.outcome=blocked http.response.status_code=403"]);
        Assert.Equal(0, told["retrobot.digest.sections retrobot.section=all retrobot.section.result=withheld"]);
        Assert.Equal(0, told["retrobot.delivery.queue.age"]);
    }

    [Fact]
    public async Task Nothing_that_people_do_moves_a_number_at_once()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        using var gauges = new Gauges(world.Bot.Services);
        await world.OpenAsync(Ct);
        var before = gauges.Read();

        await AnswerAsync(world);
        await world.PublishAsync(world.Team.Members[3], Title, Ct);
        // More than ten of each: what is told in tens would show it, too.
        foreach (var member in world.Team.Members)
        {
            foreach (var said in (string[])["help", "skip", "stop"]) await world.As(member).SayInPersonalAsync(said, Ct);
        }

        Assert.Equal(before, gauges.Read());
    }

    [Fact]
    public async Task Second_cards_move_no_number_since_they_go_to_whoever_has_not_answered()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        using var gauges = new Gauges(world.Bot.Services);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "friday", ["time"] = "09:30", ["zone"] = "UTC", ["openDays"] = "3", ["reminds"] = "true" }, Ct);
        await world.OpenInstalledAsync(Ct);
        var before = Requests(gauges);

        world.Time.Advance(TimeSpan.FromHours(36));
        await world.Bot.WorkAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Equal(2, world.Teams.Inbox(member).Count(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true)));
        Assert.Equal(before, Requests(gauges));
        Assert.Equal(0, gauges.Read()["retrobot.delivery.queue.age"]);
    }

    [Fact]
    public async Task Storage_that_is_out_of_reach_is_counted_and_the_last_look_grows_old()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 3, Ct, gate.ConnectionString);
        using var gauges = new Gauges(world.Bot.Services);
        await world.Bot.WorkAsync(Ct);
        gate.Shut();

        world.Time.Advance(TimeSpan.FromMinutes(5));
        for (var look = 0; look < 4; look++) await world.Bot.WorkAsync(Ct);

        Assert.Equal(300, gauges.Read()["retrobot.round.look.age"]);
        Assert.Equal(10, gauges.Read()["retrobot.storage.faults"]);
    }

    [Fact]
    public async Task A_round_leaves_a_line_for_each_of_its_steps()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        world.Team.Members[3].HasBlockedTheBot = true;
        await world.OpenAsync(Ct);
        await world.CloseAsync(Ct);

        var lines = world.Bot.Log.Lines.Where(line => line.Level == LogLevel.Information && line.Text.Contains("2026-W47", StringComparison.Ordinal)).Select(line => line.Text);

        Assert.Equal(
            [
                "Round 2026-W47 of a team is open.",
                "The cards of round 2026-W47 of a team are out. People whom none has reached, as far as is known: 1.",
                "Round 2026-W47 of a team is closed: its key is destroyed, its digest fixed.",
                "The digest of round 2026-W47 stands in a team's channel.",
            ],
            lines);
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_keeps_nothing_from_working()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct, settings: To("http://127.0.0.1:1"));
        _ = (world.Bot.Services.GetRequiredService<MeterProvider>(), world.Bot.Services.GetRequiredService<TracerProvider>());

        await world.OpenAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task Where_no_setting_says_where_to_nothing_is_exported()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        Assert.Null(world.Bot.Services.GetService<MeterProvider>());
        Assert.Null(world.Bot.Services.GetService<TracerProvider>());
    }

    private static async Task PlayAsync(World world)
    {
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(429, "Throttled"), on: request => request.IsSend && request.Person == world.Team.Members[2]);
        await world.OpenInstalledAsync(Ct);
        world.Time.Advance(TimeSpan.FromSeconds(2));
        await world.Bot.WorkAsync(Ct);
        await AnswerAsync(world);
        await world.PublishAsync(world.Team.Members[3], Title, Ct);
        await world.CloseAsync(Ct);
        await world.VoteAsync(world.Team.Members[4], VoteChoice.Worked, Ct);
    }

    private static async Task AnswerAsync(World world)
    {
        foreach (var member in world.Team.Members.Take(6)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
        foreach (var member in world.Team.Members.Skip(6)) await World.AnswerAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", details: null, Ct);
    }

    private static IEnumerable<string> Secrets(World world) => ((string[])
    [
        .. world.Team.Members.SelectMany(person => (string[])[$"{person.ObjectId}", $"{person.ObjectId:N}", person.Id, person.Name, person.Email, .. world.Teams.Inbox(person).Select(activity => activity.ConversationId)]),
        world.Team.Id, world.Team.Name, $"{world.Team.GroupId}", $"{world.Team.Tenant.Id}", $"{world.Team.Tenant.Id:N}", Uri.EscapeDataString(world.Team.Id), "2026-W47", "W47", world.TablePrefix,
        .. World.Details.Values, "helped", "rightlyNotUsed", Title, Sought, "0123456789abcdef", "api/messages", "v3/conversations", "/privacy", "PartitionKey",
    ]).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, double> Requests(Gauges gauges) =>
        gauges.Read().Where(told => told.Key.StartsWith("retrobot.teams.requests", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string?> To(string address) => new(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };
}
