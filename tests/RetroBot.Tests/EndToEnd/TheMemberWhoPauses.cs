using System.Globalization;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.EndToEnd;

/// <summary>Somebody who has had enough for a while, comes back, changes their mind, and chooses another language: all of it in their own chat.</summary>
public sealed class TheMemberWhoPauses(HeadlessBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_pauses_is_left_alone_comes_back_and_is_asked_in_their_language()
    {
        await using var story = await Playthrough.StartAsync(browser, "member", demo: false, Ct);
        await PauseAsync(story);
        await BeLeftAloneAsync(story);
        await ComeBackAsync(story);
        await StopAndStartAsync(story);
        await ChooseGermanAsync(story);
    }

    private static async Task PauseAsync(Playthrough story)
    {
        await story.OpenRoundAsync();
        var question = await story.CheckInAsync();
        await question.PressAsync("Skip, pause or stop");
        await story.PhotographAsync("ways-out", question);
        await question.PressAsync("Pause 4 weeks");

        var until = DateOnly.FromDateTime(story.Now.UtcDateTime).AddDays(28);
        var paused = await story.Teams.CardAsync("You'll be asked again from about");
        Assert.Contains(until.ToString("dddd d MMMM", CultureInfo.InvariantCulture), await paused.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Nobody is told", await paused.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("paused", paused);
        var stored = await SayAsync(story, "what is stored", "What is stored");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"You paused until {until:d MMMM yyyy}"), await stored.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("stored-while-paused", stored);
        await story.PhotographAsync("status-while-paused", await SayAsync(story, "status", "You have paused"));
        await story.CloseRoundAsync();
    }

    private static async Task BeLeftAloneAsync(Playthrough story)
    {
        await story.PassAsync(TimeSpan.FromDays(7), Ct);
        await story.OpenRoundAsync();
        // Everybody else has their card, and after the close none is sent any more.
        foreach (var person in DemoTenant.InPlayground) await story.Teams.Log.CardOfAsync(person, $"Week of {story.Week}", Ct);
        await story.CloseRoundAsync();

        await story.Teams.OpenPersonalChatAsync();
        await story.Teams.CardAsync("You paused until");
        Assert.Equal(0, await story.Teams.CountAsync($"Week of {story.Week}"));
        var started = await SayAsync(story, "start", "Welcome back");
        await story.PhotographAsync("back-again", started);
    }

    private static async Task ComeBackAsync(Playthrough story)
    {
        await story.PassAsync(TimeSpan.FromDays(7), Ct);
        await story.OpenRoundAsync();
        var question = await story.CheckInAsync();
        await story.PhotographAsync("asked-again", question);
        await question.PressAsync("Why am I asked?");
        var why = await story.Teams.CardAsync("You are a member of Product team");
        await story.PhotographAsync("why", why);
        await why.PressAsync("Back to the question");

        await (await story.CheckInAsync()).PressAsync("It cost me time");
        var details = await story.Teams.CardAsync("How sure are you?");
        await details.MarkAsync("Lost time");
        await details.TickAsync("Made work for others");
        await details.MarkAsync("A guess");
        await details.PressAsync("Save my answer");
        await (await story.Teams.CardAsync("Thank you, it's saved")).PressAsync("Change my answer");

        await (await story.CheckInAsync()).PressAsync("Nothing to report");
        var saved = await story.Teams.CardAsync("Thank you, it's saved");
        await story.PhotographAsync("changed", saved);
        await saved.PressAsync("Delete my answer");
        var deleted = await story.Teams.CardAsync("Your answer is deleted");
        await story.PhotographAsync("deleted", deleted);
    }

    private static async Task StopAndStartAsync(Playthrough story)
    {
        var stopped = await SayAsync(story, "stop", "You won't be asked again");
        await story.PhotographAsync("stopped", stopped);
        await story.PhotographAsync("asked-for-all-the-same", await SayAsync(story, "check-in", "You can answer this one all the same"));
        var nonsense = await SayAsync(story, "is anybody there?", "What I can do");
        await story.PhotographAsync("help", nonsense);
        await SayAsync(story, "start", "Welcome back");
    }

    private static async Task ChooseGermanAsync(Playthrough story)
    {
        var languages = await SayAsync(story, "language", "Choose your language");
        await story.PhotographAsync("languages", languages);
        await languages.PressAsync("Deutsch");
        var chosen = await story.Teams.CardAsync("Ab jetzt: Deutsch");
        await story.PhotographAsync("german", chosen);
        await SayAsync(story, "is anybody there?", "Was ich kann");
        await story.CloseRoundAsync();

        await story.PassAsync(TimeSpan.FromDays(7), Ct);
        await story.OpenRoundAsync();
        await story.Teams.OpenPersonalChatAsync();
        var question = await story.Teams.CardAsync("Hat dir KI letzte Woche");
        await story.PhotographAsync("asked-in-german", question);
        await question.PressAsync("Nichts zu berichten");
        // Every fourth round asks one question more, which may be left.
        await (await story.Teams.CardAsync("Inwieweit empfindest du es als Pflicht")).PressAsync("Meine Antwort speichern");
        var saved = await story.Teams.CardAsync("Danke, ist gespeichert");
        await story.PhotographAsync("saved-in-german", saved);
    }

    private static Task<PlaygroundCard> SayAsync(Playthrough story, string words, string answer) => story.Teams.CardAfterAsync(() => story.Teams.SayAsync(words), answer);
}
