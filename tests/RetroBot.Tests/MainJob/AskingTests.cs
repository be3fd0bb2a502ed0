using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.People;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>People say whether they want to be asked, and what becomes of this week's card then.</summary>
public sealed class AskingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        Assert.Equal(1, (await world.TallyAsync(Ct)).Answered);
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
