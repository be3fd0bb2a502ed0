using Azure.Data.Tables;
using RetroBot.Cards;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Commands;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.People;

/// <summary>In which language RetroBot speaks to whom: the real service, with people whose Teams is in English unless a test says otherwise.</summary>
public sealed class LanguageTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_language_is_chosen_with_one_tap_and_everything_is_said_in_it_from_then_on()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];

        var answer = await ChooseAsync(world, person, "ja");
        await world.As(person).SayInPersonalAsync("help", Ct);
        await world.OpenAsync(Ct);

        Assert.Contains(Said.In("ja", "LanguageChosen.Text"), answer);
        Assert.Contains(Said.In("ja", "Help.Title"), Said.On(world.Teams.Inbox(person)[1]));
        Assert.Contains(Said.In("ja", "CheckIn.Question"), Said.On(world.CardOf(person)));
        Assert.Contains(Said.In("ja", "CheckIn.Question"), world.CardOf(person).Summary!, StringComparison.Ordinal);
        Assert.Contains(Said.In("en", "CheckIn.Question"), Said.On(world.CardOf(world.Team.Members[2])));
    }

    [Fact]
    public async Task A_second_card_comes_in_the_language_that_was_chosen()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["zone"] = "UTC", ["openDays"] = "3", ["reminds"] = "true" }, Ct);
        await world.OpenInstalledAsync(Ct);
        await ChooseAsync(world, person, "fr");

        await world.PassAsync(TimeSpan.FromHours(36), TimeSpan.FromHours(9), Ct);

        var cards = world.Teams.Inbox(person).Where(activity => Said.On(activity).Contains(CheckInCard.Verb, StringComparer.Ordinal)).ToList();
        Assert.Contains(Said.In("en", "CheckIn.Question"), Said.On(cards[0]));
        Assert.Contains(Said.In("fr", "SentAgain.Reminder"), Said.On(cards[1]));
    }

    [Fact]
    public async Task A_card_keeps_its_language_when_it_is_pressed_whatever_that_of_the_presser_s_Teams()
    {
        await using var world = await StartAsync();
        await InstallAsync(world, "de-AT");
        await world.OpenInstalledAsync(Ct);
        var person = world.Team.Members[1];

        var details = await Said.AnswerToAsync(world.As(person), world.CardOf(person), CheckInCard.Verb, Ct, "ar-SA", data => data.GetProperty("outcome").ValueEquals("helped"));
        var saved = await Said.AnswerToAsync(world.As(person), world.CardOf(person), CheckInCard.Verb, Ct, "ar-SA", data => data.GetProperty("outcome").ValueEquals("notRelevant"));

        Assert.Contains(Said.In("de", "CheckIn.Question"), Said.On(world.CardOf(person)));
        Assert.Contains(Said.In("de", "CheckIn.Time"), details);
        Assert.Contains(Said.In("de", "Saved.Title"), saved);
    }

    [Theory]
    [InlineData("""{"lang":"xx"}""")]
    [InlineData("""{"lang":{"de":1}}""")]
    [InlineData("{}")]
    public async Task A_card_that_names_no_language_is_answered_in_that_of_Teams(string data)
    {
        await using var world = await StartAsync();
        var person = world.As(world.Team.Members[1]);
        await person.SayInPersonalAsync("stop", Ct);
        var press = person.Compose.CardInvoke(world.Teams.Inbox(person.Person)[^1], title: null, StartedCard.Verb, System.Text.Json.Nodes.JsonNode.Parse(data));
        press["locale"] = "es-MX";

        var answer = await person.PostAsync(press, Ct);

        Assert.Contains(Said.In("es", "Started.Title"), Said.On(answer.Card!.Value));
    }

    [Fact]
    public async Task In_the_channel_the_team_s_language_is_spoken_whoever_asks_and_whatever_they_chose()
    {
        await using var world = await StartAsync();
        await InstallAsync(world, "pt-PT");
        await ChooseAsync(world, world.Team.Members[1], "ar");

        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "status", ct: Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "what can you do", ct: Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "Setup", ct: Ct);
        var saved = await world.Lead.PressAsync(world.Teams.Posts(world.Team.General)[^1], SetupCard.Verb, ct: Ct);

        var posts = world.Teams.Posts(world.Team.General).Select(Said.On).ToList();
        Assert.Contains(Said.In("pt-BR", "TeamWelcome.Title"), posts[0]);
        Assert.Contains(Said.In("pt-BR", "Status.NotSetUpTitle"), posts[1]);
        Assert.Contains(Said.In("pt-BR", "Help.Title"), posts[2]);
        Assert.Contains(Said.In("pt-BR", "Setup.Title"), posts[3]);
        Assert.Contains(Said.In("pt-BR", "SetupSaved.Title"), Said.On(saved.Card!.Value));
    }

    [Fact]
    public async Task A_lead_changes_the_language_of_the_channel_and_of_the_check_ins_of_whoever_chose_none()
    {
        await using var world = await StartAsync();
        await world.InstallAsync(Ct);
        await ChooseAsync(world, world.Team.Members[1], "ja");

        await world.SetUpAsync(new(StringComparer.Ordinal) { ["language"] = "de" }, Ct);
        await world.OpenInstalledAsync(Ct);

        Assert.Contains(Said.In("de", "Opened.Title"), Said.On(world.Teams.Posts(world.Team.General)[^1]));
        Assert.Contains(Said.In("ja", "CheckIn.Question"), Said.On(world.CardOf(world.Team.Members[1])));
        Assert.Contains(Said.In("de", "CheckIn.Question"), Said.On(world.CardOf(world.Team.Members[2])));
    }

    [Fact]
    public async Task Whoever_chose_nothing_is_answered_in_the_language_of_their_Teams()
    {
        await using var world = await StartAsync();
        var person = world.As(world.Team.Members[1]);

        await Said.SayAsync(person, "what?", "fr-CA", Ct);
        await Said.SayAsync(person, "what?", "zh-CN", Ct);

        Assert.Contains(Said.In("fr", "Help.Title"), Said.On(world.Teams.Inbox(person.Person)[0]));
        Assert.Contains(Said.In("en", "Help.Title"), Said.On(world.Teams.Inbox(person.Person)[1]));
    }

    [Fact]
    public async Task A_command_is_understood_in_every_language_by_whoever_types_it()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];
        await world.InstallAsync(Ct);

        await world.As(person).SayInPersonalAsync("«إيقاف»", Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "&nbsp;Jetzt &#246;ffnen!", ct: Ct);

        Assert.True(Assert.Single(await world.RowsAsync("preferences", Ct)).GetBoolean("Stopped"));
        Assert.Contains(Said.In("en", "Stopped.Title"), Said.On(world.Teams.Inbox(person)[^1]));
        Assert.Contains(Said.In("en", "Opened.Title"), Said.On(world.Teams.Posts(world.Team.General)[^1]));
    }

    [Fact]
    public async Task Nothing_is_stored_of_the_language_of_somebody_who_chose_none()
    {
        await using var world = await StartAsync();
        await world.OpenAsync(Ct);
        var person = world.As(world.Team.Members[1]);

        foreach (var command in CommandWords.In(RetroBot.Cards.Welcome.HelpScope.Personal)) await Said.SayAsync(person, CommandWords.Of(command, Languages.Find("ja")!), "ja-JP", Ct);
        await Said.AnswerToAsync(person, world.CardOf(person.Person), CheckInCard.Verb, Ct, "ja-JP", data => data.GetProperty("outcome").ValueEquals("notRelevant"));

        Assert.DoesNotContain(await world.DumpAsync(Ct), stored => stored.Row.Any(column => column.Value is "ja" or "ja-JP"));
    }

    [Fact]
    public async Task A_language_lies_beside_a_pause_outlives_it_and_goes_without_a_trace()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];
        await world.As(person).SayInPersonalAsync("stop", Ct);
        await ChooseAsync(world, person, "es");
        var both = Assert.Single(await world.RowsAsync("preferences", Ct));
        await world.As(person).SayInPersonalAsync("start", Ct);
        var language = Assert.Single(await world.RowsAsync("preferences", Ct));

        var answer = await ChooseAsync(world, person, "teams");

        Assert.Equal((true, "es"), (both.GetBoolean("Stopped"), both.GetString("Language")));
        Assert.Equal((false, "es"), (language.GetBoolean("Stopped"), language.GetString("Language")));
        Assert.Contains(Said.In("en", "LanguageChosen.AsInTeamsTitle"), answer);
        Assert.Empty(await world.RowsAsync("preferences", Ct));
    }

    [Fact]
    public async Task What_is_stored_tells_the_language_and_delete_my_data_deletes_it()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];
        await world.As(person).SayInPersonalAsync("stop", Ct);
        await ChooseAsync(world, person, "de");

        await world.As(person).SayInPersonalAsync("what is stored", Ct);
        await world.As(person).SayInPersonalAsync("delete my data", Ct);
        var told = Said.On(world.Teams.Inbox(person)[^2]);
        var asked = world.Teams.Inbox(person)[^1];
        var receipt = await Said.AnswerToAsync(world.As(person), asked, DeleteDataCard.Verb, Ct, where: data => data.GetProperty("asking").ValueEquals("keep"));

        Assert.Contains("Deutsch", told);
        Assert.Contains(Said.In("de", "DeleteData.Language"), Said.On(asked));
        Assert.Contains(Said.In("de", "DeletedThing.Language"), receipt);
        Assert.Contains(Said.In("de", "DataDeleted.Unasked"), receipt);
        var left = Assert.Single(await world.RowsAsync("preferences", Ct));
        Assert.Equal((true, null), (left.GetBoolean("Stopped"), left.GetString("Language")));
    }

    [Fact]
    public async Task A_row_from_before_there_were_languages_reads_as_before()
    {
        await using var world = await StartAsync();
        var person = world.Team.Members[1];
        await world.As(person).SayInPersonalAsync("stop", Ct);
        var row = Assert.Single(await world.RowsAsync("preferences", Ct));
        await world.Table("preferences").UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Stopped"] = true }, TableUpdateMode.Replace, Ct);

        await world.As(person).SayInPersonalAsync("what is stored", Ct);
        await world.OpenAsync(Ct);

        Assert.Contains(Said.In("en", "WhatIsStored.Stopped"), Said.On(world.Teams.Inbox(person)[^1]));
    }

    [Fact]
    public async Task In_a_group_s_chat_nothing_personal_is_done_and_the_way_to_a_private_chat_is_told()
    {
        await using var world = await StartAsync();
        var person = world.As(world.Team.Members[1]);

        foreach (var text in (string[])["stop", "delete my data", "help", "was?"])
        {
            var message = person.Compose.PersonalMessage(text);
            (message["conversation"]!["conversationType"], message["conversation"]!["isGroup"]) = ("groupChat", true);
            await person.PostAsync(message, Ct);
        }

        Assert.All(world.Teams.Inbox(person.Person), answer => Assert.Contains(Said.In("en", "PrivateOnly.Text"), Said.On(answer)));
        Assert.Equal(4, world.Teams.Inbox(person.Person).Count);
        Assert.Empty(await world.DumpAsync(Ct));
    }

    private Task<World> StartAsync() => World.StartAsync(emulator, members: 3, Ct);

    private static async Task InstallAsync(World world, string locale)
    {
        var added = world.Lead.Compose.InstallationInTeam(world.Team, "add");
        (added["locale"], world.Team.HasTheBot) = (locale, true);
        await world.Lead.PostAsync(added, Ct);
    }

    /// <param name="choice">A tag, or <c>teams</c>.</param>
    private static async Task<IReadOnlyList<string>> ChooseAsync(World world, SimulatedPerson person, string choice)
    {
        await world.As(person).SayInPersonalAsync("language", Ct);
        return await Said.AnswerToAsync(world.As(person), world.Teams.Inbox(person)[^1], LanguageCard.Verb, Ct, where: data => data.GetProperty("language").ValueEquals(choice));
    }
}
