using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.Digests;
using RetroBot.Core;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A lead gives the outcome that the team tracks, and the next digest shows it beside what the team says.</summary>
public sealed class TeamOutcomeTests(StorageEmulator emulator)
{
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "aboutTheSame", ["changes"] = "lessTedious", ["confidence"] = "guess" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_in_one_digest_beside_the_share_whom_AI_helped_and_in_the_next_is_what_a_new_value_is_compared_with()
    {
        await using var world = await World.StartAsync(emulator, members: 10, Ct);
        await world.OpenAsync(Ct);
        await KeepAsync(world, "cycleTime", "5.1");
        await world.CloseAsync(Ct);
        var first = Latest(world);
        await NextAsync(world);
        await world.CloseAsync(Ct);
        var without = Latest(world);
        await NextAsync(world);
        var kept = CardText.Of((await KeepAsync(world, "cycleTime", "6,2")).Card);
        foreach (var member in world.Team.Members.Take(5)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", Details, Ct);
        foreach (var member in world.Team.Members.Skip(5)) await World.AnswerAsync(world.As(member), world.CardOf(member), "notRelevant", details: null, Ct);
        await world.CloseAsync(Ct);

        Assert.Contains("What the team tracks\nCycle time in days\n5.1\nThe outcome was given by a lead.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Cycle time", without, StringComparison.Ordinal);
        Assert.Contains("Cycle time in days\n6.2\nWorse. Before: 5.1", kept, StringComparison.Ordinal);
        Assert.Contains("Two numbers\nCycle time in days\n6.2\nWorse. Before: 5.1\nAI helped\n50%\nOf all answers\nThese two disagree: many say that AI helped, and the outcome got worse.", Latest(world), StringComparison.Ordinal);
        Assert.Equal((null, 6.2m), ((await OutcomeAsync(world)).Waiting, (await OutcomeAsync(world)).Shown!.Value));
    }

    [Fact]
    public async Task Given_again_it_takes_the_place_of_what_was_given_and_another_metric_starts_anew()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await KeepAsync(world, "escapedDefects", "7");
        await KeepAsync(world, "escapedDefects", "3");
        await world.CloseAsync(Ct);
        var first = Latest(world);
        await NextAsync(world);
        await KeepAsync(world, "satisfaction", "4");
        await world.CloseAsync(Ct);

        Assert.Contains("Escaped defects\n3\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("7", first[first.IndexOf("What the team tracks", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Satisfaction, from 1 to 5\n4\nThe outcome was given by a lead.", Latest(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_the_round_s_row_and_the_team_s_it_is_shown_once_and_a_value_given_meanwhile_waits()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await KeepAsync(world, "cycleTime", "5.1");

        await SealAloneAsync(world);
        await KeepAsync(world, "cycleTime", "4.2");
        await world.Bot.WorkAsync(Ct);
        var first = Latest(world, "What the team tracks");
        await NextAsync(world);
        await world.CloseAsync(Ct);

        Assert.Contains("Cycle time in days\n5.1\nThe outcome", first, StringComparison.Ordinal);
        Assert.Contains("Cycle time in days\n4.2\nBetter. Before: 5.1", Latest(world), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metric", "hours", "Choose one of the three")]
    [InlineData("value", "366", "Days: 0 to 365")]
    [InlineData("value", "soon", "Days: 0 to 365")]
    public async Task What_cannot_be_used_is_marked_and_nothing_is_kept(string field, string value, string said)
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "team outcome", ct: Ct);
        var data = new JsonObject { ["metric"] = "cycleTime", ["value"] = "4", [field] = value };

        var answer = await world.Lead.InvokeAsync(world.Teams.Posts(world.Team.General)[^1], TeamOutcomeCard.Verb, data, Ct);

        Assert.Contains("attention", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(said, CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Equal(TrackedOutcome.None, await OutcomeAsync(world));
    }

    [Fact]
    public async Task Nobody_but_a_lead_gives_it()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "team outcome", ct: Ct);
        var form = world.Teams.Posts(world.Team.General)[^1];
        var other = world.As(world.Team.Members[1]);

        await other.SayInChannelAsync(world.Team.General, "Teamergebnis", ct: Ct);
        var refused = Latest(world);
        var pressed = await other.InvokeAsync(form, TeamOutcomeCard.Verb, new JsonObject { ["metric"] = "cycleTime", ["value"] = "4" }, Ct);

        Assert.Contains("Only a lead", refused, StringComparison.Ordinal);
        Assert.Contains("Only a lead", CardText.Of(pressed.Card), StringComparison.Ordinal);
        Assert.Equal(TrackedOutcome.None, await OutcomeAsync(world));
    }

    private static async Task<BotAnswer> KeepAsync(World world, string metric, string value)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "team outcome", ct: Ct);
        return await world.Lead.PressAsync(world.Teams.Posts(world.Team.General)[^1], TeamOutcomeCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["metric"] = metric, ["value"] = value }, Ct);
    }

    private static async Task NextAsync(World world)
    {
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
    }

    private static string Latest(World world) => CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);

    private static string Latest(World world, string holding) => world.Teams.Posts(world.Team.General).Select(post => CardText.Of(post.Card)).Last(text => text.Contains(holding, StringComparison.Ordinal) && text.Contains("Where AI helped", StringComparison.Ordinal));

    private static async Task<TrackedOutcome> OutcomeAsync(World world) => (await TeamAsync(world)).Value.Outcome;

    private static async Task<Versioned<Team>> TeamAsync(World world) =>
        (await world.Bot.Services.GetRequiredService<ITeamStore>().FindAsync(new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id), Ct))!;

    /// <summary>A process that seals the round, and is no more.</summary>
    private static async Task SealAloneAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        var (rounds, closer) = (world.Bot.Services.GetRequiredService<IRoundStore>(), world.Bot.Services.GetRequiredService<RoundCloser>());
        var team = (await TeamAsync(world)).Value;
        var id = new RoundId(team.Id, team.Latest!.Name);
        await closer.BeginAsync((await rounds.FindAsync(id, Ct))!, Ct);
        await closer.SealAsync((await rounds.FindAsync(id, Ct))!, team.Said, Ct);
    }
}
