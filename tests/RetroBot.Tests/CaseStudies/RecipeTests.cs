using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Digests;
using RetroBot.Cards.People;
using RetroBot.Host.Retention;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>A teammate presses "Send me the recipe" under a case study in the channel.</summary>
public sealed class RecipeTests(StorageEmulator emulator)
{
    private const string HowToTry = "Paste the titles and descriptions of all tickets merged since the last release and ask for one plain line each, grouped by what a customer would notice. Read every line beside its ticket, throw out what nobody outside would understand, and ask once more for the two that are still too long. All of it takes about as long as a coffee, and the last word is this one: lighthouse.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recipe_comes_whole_into_the_presser_s_own_chat_and_their_view_of_the_digest_says_so()
    {
        await using var world = await PublishedAsync();
        var (reader, others) = (new RecipeReader(world, world.Team.Members[3]), world.Team.Members.Where((_, index) => index != 3).ToList());
        var (post, before) = (reader.Digest.Content.GetRawText(), others.Sum(other => world.Teams.Inbox(other).Count));

        var answer = CardText.Of((await reader.AskAsync()).Card);

        var sent = Assert.Single(reader.Recipes);
        var recipe = CardText.Of(sent.Card);
        string[] parts =
        [
            "Product team · week of 16 November (2026-W47)", "Release notes from merged tickets", "First drafts · Claude", "**Checked by its author:** compared with the usual way.", "lighthouse", "Never for a hotfix.",
            "I read every line beside its ticket.", "Somebody writes them by hand.", "Drafted one line per ticket.", "Shipped sooner · Less tedious", "https://wiki.contoso.com/release-notes", "Worked for me too", "Didn't work for me",
        ];
        Assert.All(parts, part => Assert.Contains(part, recipe, StringComparison.Ordinal));
        Assert.Equal("The recipe you asked for – Release notes from merged tickets", sent.Summary);
        Assert.Contains("The recipe is in your chat with me", answer, StringComparison.Ordinal);
        Assert.Contains("Release notes from merged tickets", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", answer, StringComparison.Ordinal);
        Assert.Equal((post, before), (reader.Digest.Content.GetRawText(), others.Sum(other => world.Teams.Inbox(other).Count)));
    }

    [Fact]
    public async Task Whoever_asks_leaves_no_row_behind_and_changes_none_even_where_their_chat_is_made_first()
    {
        await using var world = await PublishedAsync();
        world.Team.AddPerson("Nora Newcomer");
        world.Teams.DeleteChat(world.Team.Members[4]);
        var before = await RowsAsync(world);

        foreach (var person in world.Team.Members)
        {
            var reader = new RecipeReader(world, person);
            await reader.AskAsync();
            Assert.Single(reader.Recipes);
        }

        Assert.Equal(before, await RowsAsync(world));
    }

    [Fact]
    public async Task A_double_tap_and_a_press_that_Teams_delivers_twice_send_one_and_a_later_press_sends_another()
    {
        await using var world = await PublishedAsync();
        var reader = new RecipeReader(world, world.Team.Members[3]);
        var press = reader.Client.Compose.CardInvoke(reader.Digest, "Send me the recipe", StoryPress.RecipeVerb, reader.Button.DataWith());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reader.AskAsync()));
        await reader.Client.PostTwiceAsync(press, SecondDelivery.AtOnce, Ct);
        Assert.All(answers, answer => Assert.Contains("The recipe is in your chat with me", CardText.Of(answer.Card), StringComparison.Ordinal));
        Assert.Single(reader.Recipes);
        await new RecipeReader(world, world.Team.Members[4]).AskAsync();
        Assert.Single(new RecipeReader(world, world.Team.Members[4]).Recipes);

        world.Time.Advance(TimeSpan.FromSeconds(61));
        await reader.AskAsync();
        Assert.Equal(2, reader.Recipes.Count);
    }

    [Fact]
    public async Task It_is_written_in_the_language_that_its_reader_chose()
    {
        await using var world = await PublishedAsync();
        var reader = new RecipeReader(world, world.Team.Members[3]);
        await reader.Client.SayInPersonalAsync("language", Ct);
        var choices = world.Teams.Inbox(reader.Client.Person)[^1];
        await reader.Client.InvokeAsync(choices, LanguageCard.Verb, CardAction.Find(choices.Card!.Value, LanguageCard.Verb, data => data.GetProperty("language").ValueEquals("de")).DataWith(), Ct);

        var answer = await reader.AskAsync();

        Assert.Contains("Woche vom 16. November (2026-W47)", CardText.Of(Assert.Single(reader.Recipes).Card), StringComparison.Ordinal);
        Assert.Contains("The recipe is in your chat with me", CardText.Of(answer.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_three_case_studies_each_asks_how_it_went_when_somebody_says_that_they_tried_it()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        foreach (var index in (int[])[1, 2, 3]) await new Author(world, world.Team.Members[index]) { Typed = { ["title"] = $"Story {index}" } }.PublishAsync();
        await world.CloseAsync(Ct);
        var reader = new RecipeReader(world, world.Team.Members[4]);
        Assert.DoesNotContain(CardAction.AllOn(reader.Digest.Card!.Value), action => action.Verb == StoryVote.Verb);

        var tried = CardAction.AllOn(reader.Digest.Card!.Value).Last(action => action.Verb == DigestPress.Verb);
        var asked = (await reader.Client.InvokeAsync(reader.Digest, DigestPress.Verb, tried.DataWith(), Ct)).Card!.Value;
        Assert.Contains("How did it go?", CardText.Of(asked), StringComparison.Ordinal);
        var vote = RecipeReader.VoteOn(asked, StoryVote.Verb, VoteChoice.Worked);
        Assert.Equal(tried.Data.GetProperty("tried").GetString(), vote.Data.GetProperty("story").GetString());
        var thanks = (await reader.Client.InvokeAsync(reader.Digest, StoryVote.Verb, vote.DataWith(), Ct)).Card!.Value;

        Assert.Contains("Nobody sees how you voted", CardText.Of(thanks), StringComparison.Ordinal);
        Assert.DoesNotContain("How did it go?", CardText.Of(thanks), StringComparison.Ordinal);
        Assert.Single(await world.RowsAsync("votes", Ct));
    }

    [Theory]
    [InlineData("story", "00000000000000000000000000000000")]
    [InlineData("story", "../x")]
    [InlineData("round", "2026-W40")]
    [InlineData("round", "never")]
    public async Task What_no_digest_of_this_channel_shows_is_sent_to_nobody_and_told_kindly(string field, string value)
    {
        await using var world = await PublishedAsync();
        var reader = new RecipeReader(world, world.Team.Members[3]);
        var data = reader.Button.DataWith();
        data[field] = value;

        var answer = await reader.Client.InvokeAsync(reader.Digest, StoryPress.RecipeVerb, data, Ct);

        Assert.Contains("This recipe is gone", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Empty(reader.Recipes);
    }

    [Fact]
    public async Task It_is_sent_only_to_whoever_presses_in_the_channel_of_its_team()
    {
        await using var world = await PublishedAsync();
        var reader = new RecipeReader(world, world.Team.Members[3]);
        var stranger = world.Beside(members: 3, world.Team.Tenant);
        await stranger.InstallAsync(Ct);
        var data = reader.Button.DataWith();
        data["team"] = world.Team.Id;

        var elsewhere = await stranger.Lead.InvokeAsync(world.Teams.Posts(stranger.Team.General)[^1], StoryPress.RecipeVerb, data, Ct);
        var alone = await reader.Client.InvokeAsync(world.CardOf(reader.Client.Person), StoryPress.RecipeVerb, data, Ct);

        Assert.All((BotAnswer[])[elsewhere, alone], answer => Assert.DoesNotContain("lighthouse", answer.Text, StringComparison.Ordinal));
        Assert.Empty(new RecipeReader(world, stranger.Lead.Person).Recipes);
        Assert.Empty(reader.Recipes);
    }

    [Fact]
    public async Task Of_what_was_withdrawn_there_is_no_recipe_and_what_was_sent_stays_with_its_reader()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        await world.CloseAsync(Ct);
        var (early, late) = (new RecipeReader(world, world.Team.Members[3]), new RecipeReader(world, world.Team.Members[4]));
        await early.AskAsync();

        await author.WithdrawAsync(receipt);
        var answer = await late.AskAsync();
        var vote = await early.VoteAsync(VoteChoice.Worked);

        Assert.Contains("Its author has withdrawn this case study", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Empty(late.Recipes);
        Assert.Single(early.Recipes);
        Assert.Contains("This recipe is gone", CardText.Of(vote.Card), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("votes", Ct) && (await world.RowsAsync("votes", Ct)).Count > 0);
    }

    [Fact]
    public async Task After_90_days_the_recipe_is_still_sent_and_takes_no_votes()
    {
        await using var world = await PublishedAsync();
        var (early, late) = (new RecipeReader(world, world.Team.Members[3]), new RecipeReader(world, world.Team.Members[4]));
        await early.AskAsync();
        world.Time.Advance(TimeSpan.FromDays(91));
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);

        var vote = CardText.Of((await early.VoteAsync(VoteChoice.Worked)).Card);
        var answer = await late.AskAsync();

        Assert.Contains("Voting on this case study has ended", vote, StringComparison.Ordinal);
        Assert.Contains("lighthouse", vote, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked for me too", vote, StringComparison.Ordinal);
        Assert.Contains("The recipe is in your chat with me", CardText.Of(answer.Card), StringComparison.Ordinal);
        var sent = CardText.Of(world.Teams.Inbox(late.Client.Person)[^1].Card);
        Assert.Contains("lighthouse", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Worked for me too", sent, StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("votes", Ct));
    }

    /// <param name="storage">The emulator by default.</param>
    internal static async Task<World> PublishedAsync(StorageEmulator emulator, string? storage = null)
    {
        var world = await World.StartAsync(emulator, members: 6, Ct, storage);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1])
        {
            Typed = { ["howToTry"] = HowToTry, ["notWhen"] = "Never for a hotfix.", ["humanCheck"] = "I read every line beside its ticket.", ["usualWay"] = "Somebody writes them by hand." },
        }.PublishAsync();
        await world.CloseAsync(Ct);
        return world;
    }

    private Task<World> PublishedAsync() => PublishedAsync(emulator);

    /// <summary>Everything that is stored, with storage's own times of it.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(World world) =>
        [.. (await world.DumpAsync(Ct)).Select(entry => $"{entry.Table} {string.Join(' ', entry.Row.Select(column => $"{column.Key}={column.Value}"))}").Order(StringComparer.Ordinal)];
}
