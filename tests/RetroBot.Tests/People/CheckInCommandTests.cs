using RetroBot.Cards.CheckIns;
using RetroBot.Cards.People;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.People;

/// <summary><c>check-in</c>: whoever wants to answer need not look for a card, nor have been sent one.</summary>
public sealed class CheckInCommandTests(StorageEmulator emulator)
{
    private const string NotAsked = "You paused or stopped being asked, and that stays as it is";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_card_that_was_sent_comes_again_and_is_answered_like_it()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var sent = world.CardOf(member);

        var again = await SayAsync(world, member, "check-in");
        await World.ChooseAsync(world.As(member), again, "nothingToReport", Ct);
        await World.ChooseAsync(world.As(member), sent, "notRelevant", Ct);

        Assert.Equal(sent.Card!.Value.GetRawText(), again.Card!.Value.GetRawText());
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("pause")]
    public async Task Whoever_paused_or_stopped_answers_all_the_same_is_told_so_and_can_have_it_deleted(string word)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        var member = world.Team.Members[1];
        await world.As(member).SayInPersonalAsync(word, Ct);
        await world.OpenInstalledAsync(Ct);
        var preferences = Assert.Single(await world.RowsAsync("preferences", Ct));

        var card = await SayAsync(world, member, "Check in");
        await World.ChooseAsync(world.As(member), card, "nothingToReport", Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
        await world.Bot.WorkAsync(Ct);

        Assert.Contains(NotAsked, CardText.Of(card.Card), StringComparison.Ordinal);
        Assert.Equal(preferences.ETag, Assert.Single(await world.RowsAsync("preferences", Ct)).ETag);
        Assert.Single(world.Teams.Inbox(member), received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);

        var ask = await SayAsync(world, member, "delete my data");
        await world.As(member).InvokeAsync(ask, DeleteDataCard.Verb, CardAction.AllOn(ask.Card!.Value).First(action => action.Verb == DeleteDataCard.Verb).DataWith(), Ct);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Whoever_joined_after_the_cards_went_out_gets_one_by_asking()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var joiner = world.Team.AddPerson("Joiner");

        var card = await SayAsync(world, joiner, "check-in");
        await World.ChooseAsync(world.As(joiner), card, "helped", Ct);
        await World.ChooseAsync(world.As(joiner), card, "nothingToReport", Ct);

        Assert.DoesNotContain(NotAsked, CardText.Of(card.Card), StringComparison.Ordinal);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Whoever_is_in_two_teams_chooses_and_answers_for_each_by_itself()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        var other = world.Beside(members: 3, world.Team.Tenant);
        var member = world.Team.Members[1];
        other.Team.Join(member);
        await world.OpenAsync(Ct);
        await other.OpenAsync(Ct);

        var choice = await SayAsync(world, member, "check-in");
        var teams = CardAction.AllOn(choice.Card!.Value).Where(action => action.Verb == CheckInCard.OpenVerb).Select(action => action.DataWith()).ToList();
        foreach (var team in teams)
        {
            var card = await world.As(member).InvokeAsync(choice, CheckInCard.OpenVerb, team, Ct);
            await world.As(member).InvokeAsync(choice, CheckInCard.Verb, World.OutcomeOn(card.Card!.Value, "nothingToReport"), Ct);
        }

        Assert.Equal(2, teams.Count);
        Assert.Equal(2, (await world.AnswerRowsAsync(Ct)).Select(row => row.PartitionKey).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task With_no_round_open_the_next_one_is_named_in_the_team_s_own_time()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        Assert.Contains("Not set up by a lead yet", await TextAsync(world, world.Team.Members[1], "check-in"), StringComparison.Ordinal);

        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "thursday", ["time"] = "09:30", ["zone"] = "Asia/Tokyo" }, Ct);

        Assert.Contains("Next on Thursday 19 November, 09:30 (Asia/Tokyo)", await TextAsync(world, world.Team.Members[1], "check-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_the_card_of_a_team_that_they_are_not_in()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var outsider = world.Team.Tenant.AddPerson("Outsider");

        var answer = await SayAsync(world, outsider, "check-in");

        Assert.Contains("I know of no team of yours", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", answer.Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Product team", CardText.Of(answer.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_gives_no_roster_whoever_was_sent_a_card_gets_it_and_others_are_asked_for_patience()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var joiner = world.Team.AddPerson("Joiner");
        world.Teams.Faults.Add(Fault.Refuses(500, "ServiceError"), on: request => request.IsRosterRead, times: int.MaxValue);

        Assert.Contains(CheckInCard.Verb, (await SayAsync(world, world.Team.Members[1], "check-in")).Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Ask me again in a minute", await TextAsync(world, joiner, "check-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_is_asked_less_often_is_asked_about_all_the_time_since()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["cadence"] = "fortnightly", ["zone"] = "UTC" }, Ct);
        await world.OpenInstalledAsync(Ct);

        Assert.Contains("In the last two weeks, did AI help", CardText.Of(world.CardOf(world.Team.Members[1]).Card), StringComparison.Ordinal);
        Assert.Contains("In the last two weeks", world.CardOf(world.Team.Members[1]).Summary, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(World world, SimulatedPerson person, string said) => CardText.Of((await SayAsync(world, person, said)).Card);

    /// <summary>What somebody is answered in their own chat.</summary>
    private static async Task<ReceivedActivity> SayAsync(World world, SimulatedPerson person, string said)
    {
        await world.As(person).SayInPersonalAsync(said, Ct);
        return world.Teams.Inbox(person)[^1];
    }
}
