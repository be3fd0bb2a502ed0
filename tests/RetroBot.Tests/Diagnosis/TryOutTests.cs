using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RetroBot.Cards;
using RetroBot.Cards.Diagnosis;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Diagnosis;

/// <summary>A lead tries RetroBot out before anybody is asked: the next round as it is planned, and one card to themselves.</summary>
public sealed partial class TryOutTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_round_is_shown_and_nobody_is_sent_anything()
    {
        await using var world = await SetUpAsync();

        var plan = await PressAsync(world, world.Lead, PlannedRoundCard.Verb);

        Assert.Matches(@"Opens\s+Friday 20 November, 09:00 \(UTC", plan);
        Assert.Contains("Closes", plan, StringComparison.Ordinal);
        Assert.Contains("6 in the team. Whoever paused or stopped gets no card", plan, StringComparison.Ordinal);
        Assert.Contains("Up to a minute", plan, StringComparison.Ordinal);
        Assert.Contains("Copilot, Claude", plan, StringComparison.Ordinal);
        await world.Bot.WorkAsync(Ct);
        Assert.All(world.Team.Members.Skip(1), member => Assert.DoesNotContain(world.Teams.Inbox(member), received => received.Card is not null));
    }

    [Fact]
    public async Task What_is_shown_is_what_happens()
    {
        await using var world = await SetUpAsync();

        var plan = await PressAsync(world, world.Lead, PlannedRoundCard.Verb);
        world.Time.MoveTo(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        await world.Bot.WorkAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);

        var closes = Day().Match(CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card)).Value;
        Assert.NotEqual("", closes);
        Assert.Contains(closes, plan[plan.IndexOf("Closes", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(world.Team.Members, member => Assert.NotNull(world.CardOf(member)));
    }

    [Fact]
    public async Task How_many_paused_or_stopped_changes_nothing_that_is_shown()
    {
        await using var world = await SetUpAsync();

        var before = await PressAsync(world, world.Lead, PlannedRoundCard.Verb);
        await world.As(world.Team.Members[2]).SayInPersonalAsync("stop", Ct);
        await world.As(world.Team.Members[3]).SayInPersonalAsync("pause", Ct);

        Assert.Equal(before, await PressAsync(world, world.Lead, PlannedRoundCard.Verb));
    }

    [Fact]
    public async Task Without_a_rhythm_and_without_a_roster_it_says_so()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        world.Teams.Faults.Add(Fault.Refuses(403, "Forbidden"), on: request => request.IsRosterRead, times: int.MaxValue);

        var plan = await PressAsync(world, world.Lead, PlannedRoundCard.Verb);

        Assert.Contains("When a lead writes open now", plan, StringComparison.Ordinal);
        Assert.Contains("Teams does not say at the moment", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_card_comes_to_the_lead_who_asked_and_to_nobody_else_and_leaves_no_trace()
    {
        await using var world = await SetUpAsync();
        var before = world.Team.Members.ToDictionary(member => member, member => world.Teams.Inbox(member).Count);
        var rows = await StoredAsync(world);

        var told = await PressAsync(world, world.Lead, TestSentCard.Verb);

        Assert.Contains("Teams took the card. Nobody else got one.", told, StringComparison.Ordinal);
        Assert.Equal([world.Lead.Person], world.Team.Members.Where(member => world.Teams.Inbox(member).Count > before[member]));
        Assert.Contains("It works: a card comes to you", CardText.Of(world.Teams.Inbox(world.Lead.Person)[^1].Card), StringComparison.Ordinal);
        Assert.Equal(rows, await StoredAsync(world));
    }

    [Theory]
    [InlineData(NotSent.Blocked, "Unblock it and write help to me")]
    [InlineData(NotSent.NotInstalled, "Add it under Apps in Teams")]
    public async Task Where_it_cannot_come_the_lead_is_told_why_and_what_to_do_and_it_comes_once_that_is_done(NotSent why, string advice)
    {
        await using var world = await SetUpAsync();
        (world.Lead.Person.HasBlockedTheBot, world.Lead.Person.LacksTheApp) = (why == NotSent.Blocked, why == NotSent.NotInstalled);

        var told = await PressAsync(world, world.Lead, TestSentCard.Verb);
        (world.Lead.Person.HasBlockedTheBot, world.Lead.Person.LacksTheApp) = (false, false);

        Assert.Contains(advice, told, StringComparison.Ordinal);
        Assert.Contains("Teams took the card", await PressAsync(world, world.Lead, TestSentCard.Verb), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_Teams_answers_the_lead_learns_what_became_of_it()
    {
        await using var world = await SetUpAsync();
        List<string> wrong = [];

        foreach (var fault in KnownFaults.All)
        {
            var before = world.Teams.Inbox(world.Lead.Person).Count;
            world.Teams.Faults.Add(fault.Fault, on: request => request.IsSend && request.Person is not null);
            var told = await PressAsync(world, world.Lead, TestSentCard.Verb);
            var came = world.Teams.Inbox(world.Lead.Person).Count > before;
            if (came && told.Contains("could not be sent", StringComparison.Ordinal)) wrong.Add($"{fault.Name}: it came, and was told not to have");
            if (!came && told.Contains("Teams took the card", StringComparison.Ordinal)) wrong.Add($"{fault.Name}: it did not come, and was told to have");
            world.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(PlannedRoundCard.Verb)]
    [InlineData(TestSentCard.Verb)]
    [InlineData(DiagnosisCard.Verb)]
    public async Task Nobody_but_a_lead_tries_it_out(string verb)
    {
        await using var world = await SetUpAsync();
        var sent = world.Team.Members.Sum(member => world.Teams.Inbox(member).Count);

        var told = await PressAsync(world, world.As(world.Team.Members[1]), verb);

        Assert.Contains("Only a lead", told, StringComparison.Ordinal);
        Assert.Equal(sent, world.Team.Members.Sum(member => world.Teams.Inbox(member).Count));
    }

    [Fact]
    public async Task From_what_was_tried_one_comes_back_to_the_diagnosis()
    {
        await using var world = await SetUpAsync();

        Assert.Contains("How I'm doing in this team", await PressAsync(world, world.Lead, DiagnosisCard.Verb), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(World world) =>
        [.. (await world.DumpAsync(Ct)).Select(row => $"{row.Table} {row.Row.PartitionKey} {row.Row.RowKey} {row.Row.ETag}").Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\d+ November, \d\d:\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    private async Task<World> SetUpAsync()
    {
        var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["tools"] = "Copilot, Claude", ["zone"] = "UTC", ["time"] = "09:00", ["day"] = "friday" }, Ct);
        return world;
    }

    private static async Task<string> PressAsync(World world, TeamsClient who, string verb)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "diagnose", ct: Ct);
        var pressed = who.InvokeAsync(world.Teams.Posts(world.Team.General)[^1], verb, new JsonObject(), Ct);
        await world.FinishAsync(pressed, Ct);
        return CardText.Of((await pressed).Card);
    }
}
