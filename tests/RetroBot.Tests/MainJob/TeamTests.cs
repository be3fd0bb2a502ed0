using RetroBot.Cards.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>How a team comes to have leads, and what happens when its channel changes or goes.</summary>
public sealed class TeamTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_added_RetroBot_is_mentioned_once_however_often_Teams_announces_it()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        var ana = world.As(world.Team.AddPerson("Ána <Lopez> & Ço"));
        world.Team.HasTheBot = true;

        await ana.PostAsync(ana.Compose.InstallationInTeam(world.Team, "add"), Ct);
        await ana.PostAsync(ana.Compose.BotAddedToTeam(world.Team), Ct);

        var post = Assert.Single(world.Teams.Posts(world.Team.General)).Content;
        var mention = Assert.Single(post.GetProperty("entities").EnumerateArray());
        Assert.Equal("<at>Ána &lt;Lopez&gt; &amp; Ço</at>", post.GetProperty("text").GetString());
        Assert.Equal(("mention", "<at>Ána &lt;Lopez&gt; &amp; Ço</at>", ana.Person.Id), (mention.GetProperty("type").GetString(), mention.GetProperty("text").GetString(), mention.GetProperty("mentioned").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_digest_whose_notice_somebody_deleted_is_posted_all_the_same()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        world.Teams.Faults.Add(Fault.Refuses(404, "ActivityNotFoundInConversation"), on: request => string.Equals(request.Method, "PUT", StringComparison.OrdinalIgnoreCase));

        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Posts(world.Team.General), post => post.Versions == 2);
    }

    [Fact]
    public async Task A_team_that_removed_RetroBot_unheard_is_left_at_the_first_refusal_of_its_channel()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "tuesday", ["time"] = "09:00", ["zone"] = "UTC", ["openDays"] = "1" }, Ct);
        await world.OpenInstalledAsync(Ct);
        world.Team.HasTheBot = false;

        world.Time.Advance(TimeSpan.FromDays(4));
        await world.Bot.WorkAsync(Ct);
        var requests = world.Teams.Requests.All.Count;
        world.Time.Advance(TimeSpan.FromDays(30));
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(requests, world.Teams.Requests.All.Count);
        Assert.Empty(await world.RowsAsync("teams", Ct));
    }

    [Fact]
    public async Task Whoever_speaks_first_after_a_lost_installation_is_not_the_lead_and_whoever_sets_up_is()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        world.Team.HasTheBot = true;
        var (first, second) = (world.As(world.Team.Members[2]), world.As(world.Team.Members[3]));

        await first.SayInChannelAsync(world.Team.General, "help", ct: Ct);
        await first.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);
        Assert.Empty(world.Teams.Inbox(first.Person));

        await second.SayInChannelAsync(world.Team.General, "setup", ct: Ct);
        await second.PressAsync(world.Teams.Posts(world.Team.General)[^1], SetupCard.Verb, ct: Ct);
        await second.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);
        Assert.Single(world.Teams.Inbox(first.Person));
    }

    [Theory]
    [InlineData(SetupCard.OpenVerb)]
    [InlineData(SetupCard.Verb)]
    public async Task A_setup_card_in_the_channel_obeys_leads_only(string verb)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "setup", ct: Ct);
        var form = world.Teams.Posts(world.Team.General)[^1];
        var data = CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith();

        var answer = await world.As(world.Team.Members[1]).InvokeAsync(form, verb, data, Ct);

        Assert.Contains("lead", answer.Card!.Value.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Input.", answer.Card.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_names_the_next_opening_that_will_really_come()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "thursday", ["time"] = "09:30", ["zone"] = "UTC" }, Ct);
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);

        var status = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
        Assert.Contains("26 November", status, StringComparison.Ordinal);
        Assert.DoesNotContain("19 November", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_loses_nothing_and_says_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var posts = world.Teams.Posts(world.Team.General).Count;

        await world.Lead.PostAsync(world.Lead.Compose.InstallationInTeam(world.Team, "remove-upgrade"), Ct);
        await world.Lead.PostAsync(world.Lead.Compose.InstallationInTeam(world.Team, "add-upgrade"), Ct);
        await World.ChooseAsync(world.Lead, world.CardOf(world.Lead.Person), "nothingToReport", Ct);

        Assert.Equal(posts, world.Teams.Posts(world.Team.General).Count);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Theory]
    [InlineData(InstallationOrder.InstallationUpdateFirst)]
    [InlineData(InstallationOrder.ConversationUpdateFirst)]
    public async Task A_team_is_greeted_once_and_once_more_when_RetroBot_comes_back(InstallationOrder order)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);

        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);
        await world.Lead.PostAsync(world.Lead.Compose.InstallationInTeam(world.Team, "add-upgrade"), Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["leads"] = world.Team.Members[1].ObjectId.ToString() }, Ct);
        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "status", ct: Ct);
        Assert.Equal(1, Greetings(world));

        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);
        Assert.Equal(2, Greetings(world));
    }

    [Fact]
    public async Task A_greeting_that_Teams_has_refused_comes_with_the_next_word_and_one_of_which_nobody_knows_does_not()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        world.Teams.Faults.Add(Fault.Refuses(403, "Forbidden"), on: request => request.IsSend, times: 2);
        await world.InstallAsync(Ct);
        Assert.Equal(0, Greetings(world));

        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "help", ct: Ct);
        Assert.Contains("Member 1", CardText.Of(world.Teams.Posts(world.Team.General)[0].Card), StringComparison.Ordinal);
        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "help", ct: Ct);
        Assert.Equal(1, Greetings(world));

        var other = world.Beside(members: 3);
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.IsSend);
        await other.InstallAsync(Ct);
        await other.Lead.SayInChannelAsync(other.Team.General, "help", ct: Ct);
        Assert.Equal(1, Greetings(other));
    }

    [Fact]
    public async Task A_renamed_team_is_called_by_its_new_name()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var renamed = world.Lead.Compose.BotAddedToTeam(world.Team);
        renamed.Remove("membersAdded");
        (renamed["channelData"]!["eventType"], renamed["channelData"]!["team"]!["name"]) = ("teamRenamed", "Platform crew");

        await world.Lead.PostAsync(renamed, Ct);

        Assert.Contains((await world.RowsAsync("teams", Ct)).Select(row => row.GetString("Name")), name => name is "Platform crew");
    }

    private static int Greetings(World world) => world.Teams.Posts(world.Team.General).Count(post => CardText.Of(post.Card).Contains("Find out where AI really helps", StringComparison.Ordinal));
}
