using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.People;
using RetroBot.Cards.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A team installs RetroBot, opens a round, answers, closes it and reads the digest: the real service and storage, and a simulated Teams.</summary>
public sealed class MainJobTests(StorageEmulator emulator)
{
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "fifteenToSixtyMinutes", ["changes"] = "lessTedious", ["confidence"] = "compared" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(InstallationOrder.InstallationUpdateFirst)]
    [InlineData(InstallationOrder.ConversationUpdateFirst)]
    public async Task A_team_is_welcomed_once_whichever_announcement_comes_first(InstallationOrder order)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);

        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);
        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);

        Assert.Contains("the key is destroyed", Text(Assert.Single(world.Teams.Posts(world.Team.General))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_who_adds_RetroBot_is_welcomed_once()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        await world.Lead.InstallPersonalAsync(ct: Ct);

        Assert.Single(world.Teams.Inbox(world.Lead.Person));
    }

    [Fact]
    public async Task A_round_goes_from_the_lead_s_word_to_the_digest_in_the_channel()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        await world.InstallAsync(Ct);

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);
        for (var member = 0; member < 12; member++)
        {
            var (person, card) = (world.As(world.Team.Members[member]), Assert.Single(world.Teams.Inbox(world.Team.Members[member])));
            Assert.NotEmpty(card.Summary!);
            if (member < 6) await World.AnswerAsync(person, card, "helped", Details, Ct);
            else await World.AnswerAsync(person, card, "rightlyNotUsed", details: null, Ct);
        }
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await world.Bot.WorkAsync(Ct);

        var digest = world.Teams.Posts(world.Team.General)[^1];
        Assert.Equal(2, digest.Versions);
        Assert.Contains("2026-W47", Text(digest), StringComparison.Ordinal);
        Assert.Contains("50", Text(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_threshold_the_digest_says_so_and_shows_no_number_of_answers()
    {
        await using var world = await World.StartAsync(emulator, members: 9, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.Take(4)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", Details, Ct);

        await world.CloseAsync(Ct);

        var digest = Text(world.Teams.Posts(world.Team.General)[^1]);
        Assert.Contains("Too few people answered to show numbers this time.", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("4", digest.Replace("2026-W47", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("%", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_can_be_changed_and_deleted_while_the_round_is_open()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var (client, card) = (world.As(member), world.CardOf(member));

        var saved = await World.AnswerAsync(client, card, "helped", Details, Ct);
        var again = await client.PressAsync(card, saved.Card!.Value, CheckInCard.OpenVerb, ct: Ct);
        var changed = await client.PostAsync(client.Compose.CardInvoke(card, null, CheckInCard.Verb, World.OutcomeOn(again.Card!.Value, "nothingToReport")), Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
        var deleted = await client.PressAsync(card, changed.Card!.Value, AnswerDeletedCard.Verb, ct: Ct);

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task The_same_invoke_again_changes_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var client = world.As(member);
        var step2 = await World.ChooseAsync(client, world.CardOf(member), "helped", Ct);
        var press = client.Compose.CardInvoke(world.CardOf(member), "Save", CheckInDetailsCard.Verb, CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(Details));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostAsync(press.DeepClone().AsObject(), Ct)));

        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_card_and_what_was_typed_is_kept()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var client = world.As(member);
        var step2 = await World.ChooseAsync(client, world.CardOf(member), "helped", Ct);
        var data = CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(Details);
        data.Remove("confidence");

        var answer = await client.InvokeAsync(world.CardOf(member), CheckInDetailsCard.Verb, data, Ct);

        var card = answer.Card!.Value.GetRawText();
        Assert.Contains("fifteenToSixtyMinutes", card, StringComparison.Ordinal);
        Assert.Contains("\"attention\"", card, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_late_answer_is_refused_and_nothing_is_stored()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        await world.CloseAsync(Ct);

        var answer = await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("closed", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Whoever_stopped_or_paused_gets_no_card_and_nobody_can_tell()
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.InstallAsync(Ct);
        await world.As(world.Team.Members[1]).SayInPersonalAsync("stop", Ct);
        await world.As(world.Team.Members[2]).SayInPersonalAsync("Pause", Ct);
        await world.As(world.Team.Members[3]).SayInPersonalAsync("STOP", Ct);
        await world.As(world.Team.Members[3]).SayInPersonalAsync("start", Ct);

        await world.OpenInstalledAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);

        Assert.Empty(Cards(world, 1));
        Assert.Empty(Cards(world, 2));
        Assert.Single(Cards(world, 3));
        Assert.DoesNotContain("stop", Text(world.Teams.Posts(world.Team.General)[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_status_of_a_team_in_which_people_stopped_reads_like_that_of_any_other(bool sent)
    {
        var team = await StatusOfTeamAsync(sent);

        Assert.Equal(team, await StatusOfTeamAsync(sent, "stop", "pause", "stop"));
        Assert.Contains(sent ? "chose not to be asked" : "still being sent", team, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTC", 9)]
    [InlineData("Pacific/Auckland", 0)]
    [InlineData("Pacific/Auckland", 9)]
    [InlineData("Pacific/Honolulu", 9)]
    [InlineData("Pacific/Honolulu", 23)]
    public async Task Paused_for_four_weeks_a_person_misses_three_rounds_and_gets_the_fourth(string zone, int hour)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "wednesday", ["time"] = $"{hour:D2}:00", ["zone"] = zone, ["openDays"] = "2" }, Ct);
        await world.Bot.WorkAsync(Ct);
        var opening = new LocalDate(2026, 11, 18).At(new LocalTime(hour, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset();
        world.Time.MoveTo(opening);
        await world.Bot.WorkAsync(Ct);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        var member = world.Team.Members[1];
        await world.As(member).PressAsync(world.CardOf(member), PausedCard.Verb, ct: Ct);

        List<int> cards = [];
        for (var week = 1; week <= 4; week++)
        {
            world.Time.MoveTo(opening.AddDays((7 * week) - 4));
            await world.Bot.WorkAsync(Ct);
            world.Time.MoveTo(opening.AddDays(7 * week));
            await world.Bot.WorkAsync(Ct);
            cards.Add(Cards(world, 1).Count());
        }

        Assert.Equal([1, 1, 1, 2], cards);
    }

    [Theory]
    [InlineData(PausedCard.Verb)]
    [InlineData(StoppedCard.Verb)]
    public async Task After_a_pause_or_a_stop_this_week_s_question_is_one_press_away(string verb)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var (client, card) = (world.As(member), world.CardOf(member));

        var left = await client.PressAsync(card, verb, ct: Ct);
        var started = await client.PressAsync(card, left.Card!.Value, StartedCard.Verb, ct: Ct);
        var question = await client.PressAsync(card, started.Card!.Value, CheckInCard.OpenVerb, ct: Ct);
        await client.InvokeAsync(card, CheckInCard.Verb, World.OutcomeOn(question.Card!.Value, "nothingToReport"), Ct);

        Assert.Equal(question.Text, (await client.PressAsync(card, left.Card!.Value, CheckInCard.OpenVerb, ct: Ct)).Text);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Skipping_after_an_answer_says_that_it_stays_and_lets_it_be_deleted()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var (client, card) = (world.As(member), world.CardOf(member));
        await World.ChooseAsync(client, card, "nothingToReport", Ct);

        var skipped = await client.PressAsync(card, SkippedCard.Verb, ct: Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
        await client.PressAsync(card, skipped.Card!.Value, AnswerDeletedCard.Verb, ct: Ct);

        Assert.Contains("your answer stays", skipped.Text, StringComparison.Ordinal);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_deletion_after_the_close_says_that_the_answer_is_part_of_the_digest()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var saved = await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        await world.CloseAsync(Ct);

        var refused = await world.As(member).PressAsync(world.CardOf(member), saved.Card!.Value, AnswerDeletedCard.Verb, ct: Ct);

        Assert.Contains("nothing was changed. An answer you gave before is part of the digest", refused.Text, StringComparison.Ordinal);
        Assert.Single(await world.RowsAsync("closedanswers", Ct));
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("open now")]
    [InlineData("close now")]
    public async Task Only_a_lead_s_word_counts(string command)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);

        await world.As(world.Team.Members[2]).SayInChannelAsync(world.Team.General, command, ct: Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(2, world.Teams.Posts(world.Team.General).Count);
        Assert.Contains("lead", Text(world.Teams.Posts(world.Team.General)[^1]), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.Teams.Inbox(world.Team.Members[3]));
    }

    [Fact]
    public async Task A_lead_sets_the_team_up_and_appoints_another_lead_who_may_then_open()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var other = world.Team.Members[2];

        await world.SetUpAsync(new(StringComparer.Ordinal) { ["day"] = "tuesday", ["time"] = "10:15", ["zone"] = "Europe/Berlin", ["openDays"] = "2", ["threshold"] = "6", ["leads"] = other.ObjectId.ToString() }, Ct);
        await world.As(other).SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Inbox(other));
    }

    [Fact]
    public async Task A_setup_with_wrong_fields_comes_back_with_every_one_marked()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "setup", ct: Ct);
        var form = world.Teams.Posts(world.Team.General)[^1];
        var data = CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith();
        data["threshold"] = 4;
        data["zone"] = "Atlantis/Capital";
        data["time"] = "25:00";
        data["tools"] = new string('x', 41);

        var answer = await world.Lead.InvokeAsync(form, SetupCard.Verb, data, Ct);

        Assert.Equal(4, Regex.Count(answer.Text, "\"color\": *\"attention\"", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Removing_RetroBot_stops_it_at_once_and_deletes_what_an_open_round_holds()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        await World.AnswerAsync(world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]), "helped", Details, Ct);
        var before = world.Teams.Requests.All.Count;

        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        world.Time.Advance(TimeSpan.FromDays(10));
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(before, world.Teams.Requests.All.Count);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Added_again_in_the_same_week_RetroBot_says_that_the_week_s_round_is_over()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.OpenAsync(Ct);
        await world.Lead.RemoveFromTeamAsync(world.Team, ct: Ct);
        await world.InstallAsync(Ct);

        await world.OpenInstalledAsync(Ct);

        Assert.Contains("held", Text(world.Teams.Posts(world.Team.General)[^1]), StringComparison.OrdinalIgnoreCase);
        Assert.Single(world.Teams.Inbox(world.Team.Members[1]));
    }

    private static IEnumerable<ReceivedActivity> Cards(World world, int member) =>
        world.Teams.Inbox(world.Team.Members[member]).Where(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);

    /// <param name="sent">Whether the cards were sent before somebody asks.</param>
    /// <param name="words">What one person each writes before the round opens.</param>
    private async Task<string> StatusOfTeamAsync(bool sent, params string[] words)
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.InstallAsync(Ct);
        foreach (var (word, member) in words.Zip(world.Team.Members.Skip(1))) await world.As(member).SayInPersonalAsync(word, Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        if (sent) await world.Bot.WorkAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "status", ct: Ct);
        return Text(world.Teams.Posts(world.Team.General)[^1]);
    }

    private static string Text(ReceivedActivity activity) => activity.Card!.Value.GetRawText();
}
