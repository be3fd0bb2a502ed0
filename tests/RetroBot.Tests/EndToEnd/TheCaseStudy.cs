using RetroBot.Cards.CaseStudies;
using RetroBot.Host.Local;
using RetroBot.Tests.Browser;
using Xunit;

namespace RetroBot.Tests.EndToEnd;

/// <summary>The whole life of a case study, from the button under an answer to a digest that does not show it any more.</summary>
public sealed class TheCaseStudy(HeadlessBrowser browser)
{
    private const string Title = "Release notes from merged tickets";
    private const string HowToTry = "How can a colleague try it?";
    private const string Evidence = "Link to what shows it";

    /// <summary>What nobody but the author is to read.</summary>
    private static readonly string[] Private = ["bea.lindqvist@example.com", "+49 151 23456789", "Lindqvist"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_study_is_told_voted_on_and_withdrawn_and_nothing_stored_says_whose_it_was()
    {
        await using var story = await Playthrough.StartAsync(browser, "case-study", demo: false, Ct);
        await story.OpenRoundAsync();
        await BeTurnedAwayKindlyAsync(story);
        await TellAsync(story);
        await PreviewAsync(story);
        await AssertNothingStoredSaysWhoseAsync(story.Service);

        await ReadInTheDigestAsync(story);
        await TakeTheRecipeAsync(story);
        var week = story.Week;
        await VoteAsync(story, week);
        await WithdrawAsync(story, week);
        Assert.DoesNotContain(await StoredRows.OfAsync(story.Service, Ct), row => row.Contains(Title, StringComparison.Ordinal));
    }

    /// <summary>Not every story is one for the digest.</summary>
    private static async Task BeTurnedAwayKindlyAsync(Playthrough story)
    {
        await (await story.CheckInAsync()).PressAsync("It helped");
        var details = await story.Teams.CardAsync("How sure are you?");
        await details.MarkAsync("Saved 15–60 min");
        await details.TickAsync("Less tedious");
        await details.MarkAsync("I compared");
        await details.PressAsync("Save my answer");

        await (await story.Teams.CardAsync("Thank you, it's saved")).PressAsync("Share as a case study");
        var purpose = await story.Teams.CardAsync("Was the task for your work?");
        await story.PhotographAsync("two-questions", purpose);
        await purpose.MarkAsync("Was the task for your work?", "No");
        await purpose.MarkAsync("Was it done only to be seen using AI?", "No");
        await purpose.PressAsync("Continue");
        var declined = await story.Teams.CardAsync("Thank you for being straight about it");
        Assert.Contains("Nothing was kept", await declined.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("not-for-work", declined);
    }

    /// <summary>With one mistake that the client sees, and one that only the service does.</summary>
    private static async Task TellAsync(Playthrough story)
    {
        await (await story.Teams.CardAsync("Thank you for being straight about it")).PressAsync("Share as a case study");
        var purpose = await story.Teams.CardAsync("Was the task for your work?");
        await purpose.MarkAsync("Was the task for your work?", "Yes");
        await purpose.MarkAsync("Was it done only to be seen using AI?", "No");
        await purpose.PressAsync("Continue");

        var form = await story.Teams.CardAsync("Tell the story");
        await form.FillAsync("Title", Title);
        await form.PickAsync("Kind of work", "First drafts");
        await form.TickAsync("Less tedious");
        await form.PressAsync("Preview");
        await form.WaitForAsync("Say in at most 400 characters how to try it");
        await story.PhotographAsync("something-missing", form);

        await form.FillAsync(HowToTry, $"Ask Bea {Private[2]} ({Private[0]}, {Private[1]}) for the prompt, then check each line.");
        await form.PressAsync("More about it (optional)");
        await form.PickAsync("How sure are you?", "I compared");
        await form.FillAsync(Evidence, "https://files.example.com/notes?sig=5f4dcc3b5aa765d61d8327deb882cf99");
        await form.PressAsync("Preview");
        var again = await story.Teams.CardAsync("A link that gives access by itself is not shown");
        await AssertTypedAsync(again, Private[0]);
        await story.PhotographAsync("a-link-with-a-key", again);
        await again.FillAsync(Evidence, "https://wiki.example.com/release-notes");
        await again.PressAsync("Preview");
    }

    /// <summary>Sees what is taken out, goes back once, and publishes.</summary>
    private static async Task PreviewAsync(Playthrough story)
    {
        var preview = await story.Teams.CardAsync("This is what your team will see");
        var seen = await preview.TextAsync();
        Assert.Contains("Ask […] ([…], […]) for the prompt", seen, StringComparison.Ordinal);
        Assert.Contains("E-mail address: bea.lindqvist@example.com", seen, StringComparison.Ordinal);
        Assert.Contains("Phone number: +49 151 23456789", seen, StringComparison.Ordinal);
        Assert.Contains("A colleague's name: Bea Lindqvist", seen, StringComparison.Ordinal);
        await story.PhotographWholeAsync("preview", preview);

        await preview.PressAsync("Edit");
        await AssertTypedAsync(await story.Teams.CardAsync("Tell the story"), "[…]");
        await (await story.Teams.CardAsync("Tell the story")).PressAsync("Preview");
        await (await story.Teams.CardAsync("This is what your team will see")).PressAsync("Publish");
        await story.PhotographAsync("published", await story.Teams.CardAsync("Thank you for sharing it"));
    }

    private static async Task ReadInTheDigestAsync(Playthrough story)
    {
        var digest = await story.CloseRoundAsync();
        var read = await digest.TextAsync();
        Assert.Contains(Title, read, StringComparison.Ordinal);
        Assert.Contains("Checked by its author", read, StringComparison.Ordinal);
        Assert.DoesNotContain(Private, secret => read.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(DemoTenant.You.Surname, read, StringComparison.Ordinal);
        await story.PhotographAsync("in-the-digest", digest);
    }

    /// <summary>It comes to the own chat, all of it, and takes a vote there.</summary>
    private static async Task TakeTheRecipeAsync(Playthrough story)
    {
        await (await story.DigestAsync()).PressAsync("Send me the recipe");
        await story.PhotographAsync("recipe-sent", await story.Teams.CardAsync("The recipe is in your chat with me"));

        await story.Teams.OpenPersonalChatAsync();
        var recipe = await story.Teams.CardAsync(RecipeOf(story.Week));
        var read = await recipe.TextAsync();
        Assert.Contains("Ask […] ([…], […]) for the prompt", read, StringComparison.Ordinal);
        Assert.Contains("https://wiki.example.com/release-notes", read, StringComparison.Ordinal);
        await story.PhotographAsync("recipe", recipe);
        await recipe.PressAsync("Worked for me too");
        await story.PhotographAsync("recipe-voted", await story.Teams.CardAsync("Nobody sees how you voted"));
    }

    /// <summary>Five teammates vote, and the person in the browser thinks better of it; the next close shows a band.</summary>
    private static async Task VoteAsync(Playthrough story, string week)
    {
        var digest = await story.Teams.Log.PostAsync(Title, Ct);
        foreach (var person in DemoTenant.InPlayground) await story.As(person).VoteAsync(digest, VoteChoice.Worked, Ct);
        await story.Teams.OpenChannelAsync("General");
        await PressAsync("Didn't work for me");
        var thanked = await story.Teams.CardAsync("Nobody sees how you voted");
        Assert.DoesNotContain("others", await thanked.TextAsync(), StringComparison.Ordinal);

        await story.PassAsync(TimeSpan.FromDays(7), Ct);
        await story.OpenRoundAsync();
        await story.CloseRoundAsync();

        await PressAsync("Didn't work for me");
        var shown = await story.Teams.CardAsync("Worked for 5–9 others");
        Assert.Contains("Worked for others", await shown.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Didn't work for 1", await shown.TextAsync(), StringComparison.Ordinal);
        await story.PhotographAsync("voted", shown);

        async Task PressAsync(string vote)
        {
            var post = await story.Teams.CardAsync($"Where AI helped, week of {week}");
            await story.Teams.Log.AnsweredAsync(() => post.PressAsync(vote), Ct);
        }
    }

    private static async Task WithdrawAsync(Playthrough story, string week)
    {
        await story.Teams.OpenPersonalChatAsync();
        await (await story.Teams.CardAsync("Thank you for sharing it")).PressAsync("Withdraw it");
        var question = await story.Teams.CardAsync("Withdraw this case study for ever?");
        await story.PhotographAsync("withdraw", question);
        await question.PressAsync("Withdraw for ever");
        await story.PhotographAsync("withdrawn", await story.Teams.CardAsync("It is withdrawn"));

        // The same card is still open in another window.
        var receipt = await story.Teams.Log.OwnCardAsync("Thank you for sharing it", Ct);
        var again = await story.As(DemoTenant.You).PressAsync(receipt, WithdrawCard.Verb, receipt.Button(WithdrawCard.OpenVerb, _ => true), Ct);
        Assert.Contains("There is nothing to withdraw", again.ToString(), StringComparison.Ordinal);

        await (await story.Teams.CardAsync(RecipeOf(week))).PressAsync("Worked for me too");
        await story.PhotographAsync("recipe-gone", await story.Teams.CardAsync("This recipe is gone"));

        await story.Teams.OpenChannelAsync("General");
        var digest = await story.Teams.CardAsync("An author withdrew a case study");
        Assert.Equal(0, await story.Teams.CountAsync(Title));
        await story.PhotographAsync("not-in-the-digest-any-more", digest);
    }

    private static async Task AssertTypedAsync(PlaygroundCard form, string inHowToTry)
    {
        Assert.Equal(Title, await form.TypedAsync("Title"));
        Assert.Equal("First drafts", await form.TypedAsync("Kind of work"));
        Assert.True(await form.IsTickedAsync("Less tedious"));
        Assert.Contains(inHowToTry, await form.TypedAsync(HowToTry), StringComparison.Ordinal);
        Assert.StartsWith("https://", await form.TypedAsync(Evidence), StringComparison.Ordinal);
    }

    private static async Task AssertNothingStoredSaysWhoseAsync(ServiceProcess service)
    {
        var rows = await StoredRows.OfAsync(service, Ct);
        var told = Assert.Single(rows, row => row.Contains(Title, StringComparison.Ordinal));
        string[] author = [DemoTenant.You.User.Value, DemoTenant.You.ChannelAccount, DemoTenant.PersonalChat, DemoTenant.You.Surname];
        Assert.DoesNotContain(author, known => told.Contains(known, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Private, secret => told.Contains(secret, StringComparison.OrdinalIgnoreCase));

        // Nor does a row about the author lead to it.
        var id = told.Split('\n').Single(column => column.StartsWith("RowKey=", StringComparison.Ordinal)).Split('=', '|')[^1];
        var about = rows.Where(row => author.Any(known => row.Contains(known, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.NotEmpty(about);
        Assert.DoesNotContain(about, row => row.Contains(id, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What only the recipe's card says.</summary>
    private static string RecipeOf(string week) => $"{DemoTenant.TeamName} · week of {week} (";
}
