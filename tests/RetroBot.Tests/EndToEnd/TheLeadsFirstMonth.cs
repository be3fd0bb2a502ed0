using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.EndToEnd;

/// <summary>A lead sets RetroBot up, and lives with it for four rounds that open by themselves. Simulated teammates answer each.</summary>
public sealed class TheLeadsFirstMonth(HeadlessBrowser browser)
{
    private const string LeftOut = "Gemini";

    /// <summary>The same offset all year, so that the story reads alike whenever it is told. Rounds open on Tuesdays at 10:00 there.</summary>
    private const string Zone = "Asia/Kolkata";

    private static readonly TimeSpan OpeningInUtc = new(4, 30, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_rounds_open_by_themselves_and_each_digest_says_what_it_may_and_no_more()
    {
        await using var story = await Playthrough.StartAsync(browser, "lead", demo: true, Ct);
        await SetUpAsync(story);
        await FirstWeekAsync(story);
        await BetweenTheRoundsAsync(story);
        await SecondWeekAsync(story);
        await ThirdWeekAsync(story);
        await FourthWeekAsync(story);
    }

    private static async Task SetUpAsync(Playthrough story)
    {
        var form = await story.Teams.CardAfterAsync(() => story.Teams.PostAsync("setup"), "Set up the check-in");
        await form.PickAsync("Day", "Tuesday");
        await form.PickAsync("Time", "10:00 AM");
        await form.PickAsync("Time zone", Zone);
        await form.FillAsync("Answers needed before numbers are shown", "25");
        await form.TickAsync("Send a reminder");
        await form.FillAsync("Tools that your team uses (optional)", $"Copilot, Claude, {LeftOut}");
        await story.PhotographAsync("setup", form);
        await form.PressAsync("Save");
        var saved = await story.Teams.CardAsync("The check-in is set up");
        Assert.Contains($"Tuesday 10:00 ({Zone})", await saved.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Rest on at least 25 answers", await saved.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("set-up", saved);

        var status = await PostAsync(story, "status", "No round is open");
        Assert.Contains($"10:00 ({Zone}; 04:30 UTC)", await status.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("status-before", status);
        // The clock is the story's, the team's size the demo's: it notices both.
        var diagnosis = await PostAsync(story, "diagnose", "How I'm doing in this team");
        Assert.Contains("Members that I can ask: 20", await diagnosis.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Numbers need 25 answers, and the team has fewer members", await diagnosis.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("It differs from that of storage", await diagnosis.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("diagnosis", diagnosis);
    }

    /// <summary>Fewer answers than the lead asked for: no number.</summary>
    private static async Task FirstWeekAsync(Playthrough story)
    {
        await OpenByItselfAsync(story);
        var question = await story.CheckInAsync();
        await story.PhotographAsync("first-card", question);
        Assert.Contains(LeftOut, await AnswerAsync(story, question, obligation: null));

        await story.Teams.OpenChannelAsync("General");
        await story.PhotographAsync("status-open", await PostAsync(story, "status", "It closes on Friday"));
        await story.PhotographAsync("open-already", await PostAsync(story, "open now", "One is open already"));
        await story.PhotographAsync("changed", await PostAsync(story, "we changed the Monday status report, it takes five lines now", "Noted for the next digest"));
        await TrackAsync(story, days: "6.5");

        var digest = await story.CloseRoundAsync();
        var read = await digest.TextAsync();
        Assert.Contains("Too few people answered", read, StringComparison.Ordinal);
        Assert.Contains("What the team tracks", read, StringComparison.Ordinal);
        Assert.Contains("it takes five lines now", read, StringComparison.Ordinal);
        Assert.DoesNotContain("%", read, StringComparison.Ordinal);
        await story.PhotographAsync("first-digest", digest);
    }

    private static async Task BetweenTheRoundsAsync(Playthrough story)
    {
        await (await story.Teams.CardAsync("The check-in is set up")).PressAsync("Change");
        var form = await story.Teams.CardAsync("Set up the check-in");
        Assert.Equal("25", await form.TypedAsync("Answers needed before numbers are shown"));
        Assert.Equal(Zone, await form.TypedAsync("Time zone"));
        await form.FillAsync("Answers needed before numbers are shown", "5");
        await form.PressAsync("Save");
        await story.Teams.CardAsync("Rest on at least 5 answers");

        var tools = await PostAsync(story, "tools", "Tools of your team");
        await tools.PickAsync("Leave out", LeftOut);
        await tools.PickAsync("Why?", "Too expensive, or no licence");
        await tools.FillAsync("In your words, for this channel", "The contract is being renewed");
        await tools.PickDayAsync("Look at it again on", story.Now.AddDays(13));
        await tools.PressAsync("Leave it out");
        var left = await story.Teams.CardAsync($"Left out: {LeftOut}");
        Assert.Contains("The contract is being renewed", await left.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("tool-left-out", left);
    }

    /// <summary>The lead forgets to answer, is reminded, and lets the round close by itself; somebody else would have it closed at once.</summary>
    private static async Task SecondWeekAsync(Playthrough story)
    {
        await OpenByItselfAsync(story);
        await story.CheckInAsync();
        await story.PassAsync(TimeSpan.FromHours(37), Ct);
        var reminder = await story.Teams.CardAsync("A friendly reminder");
        await story.PhotographAsync("reminded", reminder);
        Assert.DoesNotContain(LeftOut, await AnswerAsync(story, reminder, obligation: null));

        await story.Teams.OpenChannelAsync("General");
        var last = await story.Teams.Log.PostAsync("Too few people answered", Ct);
        var refused = await story.Teams.CardAfterAsync(() => story.As(DemoTenant.InPlayground[0]).ReplyAsync(last, "close now", Ct), "Only a lead can do this");
        await story.PhotographAsync("not-a-lead", refused);
        await TrackAsync(story, days: "5");
        await story.PassAsync(TimeSpan.FromHours(36), Ct);
        var digest = await story.DigestAsync();
        var read = await digest.TextAsync();
        Assert.Contains("20–49 people answered", read, StringComparison.Ordinal);
        Assert.Contains("Did AI help with a work task?", read, StringComparison.Ordinal);
        Assert.Contains("Two numbers", read, StringComparison.Ordinal);
        Assert.Contains("Before: 6.5", read, StringComparison.Ordinal);
        Assert.DoesNotContain("it takes five lines now", read, StringComparison.Ordinal);
        await story.PhotographWholeAsync("second-digest", digest);
    }

    /// <summary>Hardly anything is different: new numbers would say what the lead has changed in their own answer.</summary>
    private static async Task ThirdWeekAsync(Playthrough story)
    {
        await OpenByItselfAsync(story);
        await story.CheckInAsync();
        await story.Teams.OpenChannelAsync("General");
        var review = await story.Teams.CardAsync($"Is {LeftOut} still left out?");
        await story.PhotographAsync("still-left-out", review);
        await review.PressAsync("Offer it again");
        await story.PhotographAsync("offered-again", await story.Teams.CardAsync($"{LeftOut} is offered again"));

        var digest = await story.CloseRoundAsync();
        Assert.Contains("too close to earlier ones", await digest.TextAsync(), StringComparison.Ordinal);
        await story.PhotographWholeAsync("third-digest", digest);
    }

    private static async Task FourthWeekAsync(Playthrough story)
    {
        await OpenByItselfAsync(story);
        var question = await story.CheckInAsync();
        Assert.Contains(LeftOut, await AnswerAsync(story, question, obligation: "Not at all"));

        var digest = await story.CloseRoundAsync();
        var read = await digest.TextAsync();
        Assert.Contains("How mandatory using AI feels", read, StringComparison.Ordinal);
        Assert.Contains("Read it as a lower bound", read, StringComparison.Ordinal);
        await story.PhotographWholeAsync("fourth-digest", digest);
    }

    /// <summary>Says what the team measures by hand.</summary>
    private static async Task TrackAsync(Playthrough story, string days)
    {
        var form = await PostAsync(story, "team outcome", "What your team tracks");
        await form.MarkAsync("Cycle time in days");
        await form.FillAsync("Its value since the last digest", days);
        await story.PhotographAsync("outcome", form);
        var kept = await story.Teams.CardAfterAsync(() => form.PressAsync("Keep for the next digest"), "if enough people answer");
        Assert.Contains(days, await kept.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("outcome-kept", kept);
    }

    /// <summary>Waits for next Tuesday, and until the teammates have answered.</summary>
    private static async Task OpenByItselfAsync(Playthrough story)
    {
        var now = story.Now.UtcDateTime;
        var opening = now.Date.AddDays(DayOfWeek.Tuesday - now.DayOfWeek).Add(OpeningInUtc);
        if (opening < now) opening = opening.AddDays(7);
        await story.PassAsync(opening.AddMinutes(1) - now, Ct);
        await story.Service.TeammatesAnsweredAsync(Ct);
    }

    /// <returns>The tools that the card offers.</returns>
    private static async Task<IReadOnlyList<string>> AnswerAsync(Playthrough story, PlaygroundCard question, string? obligation)
    {
        await question.PressAsync("It helped");
        var details = await story.Teams.CardAsync("How sure are you?");
        await details.MarkAsync("Saved under 15 min");
        await details.TickAsync("Less tedious");
        await details.MarkAsync("I compared");
        if (obligation is not null) await details.PickAsync("To what extent do you feel that using AI at work is mandatory? (optional)", obligation);
        var tools = await details.ChoicesAsync("Which tool? (optional)");
        await story.PhotographAsync("answer", details);
        await story.Teams.CardAfterAsync(() => details.PressAsync("Save my answer"), "Thank you, it's saved");
        return tools;
    }

    private static Task<PlaygroundCard> PostAsync(Playthrough story, string words, string answer) => story.Teams.CardAfterAsync(() => story.Teams.PostAsync(words), answer);
}
