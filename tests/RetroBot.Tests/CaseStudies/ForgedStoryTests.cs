using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>Whoever can press Publish can send anything in its place. Nothing gets past that the form and the preview would not show.</summary>
public sealed class ForgedStoryTests(StorageEmulator emulator)
{
    private static readonly string[] Verbs = [PurposeCard.OpenVerb, PurposeCard.Verb, StoryFormCard.Verb, StoryFormCard.EditVerb, StoryPreviewCard.Verb];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("title", "")]
    [InlineData("title", "An eighty-first character makes a title longer than what anyone reads in a list of them")]
    [InlineData("changes", "everything")]
    [InlineData("area", "")]
    [InlineData("tool", "Abacus")]
    [InlineData("evidence", "http://wiki.contoso.com/a")]
    [InlineData("evidence", "https://ana:secret@wiki.contoso.com/a")]
    [InlineData("evidence", "https://contoso.blob.core.windows.net/a?sv=2022-11-02&sig=7Yb1c0kM3wzq2Jd9pXvR5tLhN8sFgAeUiOyTnBmCxZk%3D")]
    [InlineData("howToTry", "\u200B \u202E")]
    public async Task What_the_form_refuses_is_not_published_and_comes_back_with_everything_typed(string field, string value)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var data = await PublishDataAsync(author);
        data[field] = value;

        var answer = await author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, data, Ct);

        Assert.Contains(CardAction.AllOn(answer.Card!.Value), action => action.Verb == StoryFormCard.Verb);
        Assert.Contains("Drafted one line per ticket.", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Fact]
    public async Task A_text_that_was_too_long_to_be_kept_whole_is_refused()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var data = await PublishDataAsync(author);
        data["usualWay"] = new string('漢', 401);

        var answer = await author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, data, Ct);

        Assert.Contains(new string('漢', 401), CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Contains("at most 400 characters", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Fact]
    public async Task What_would_have_been_redacted_is_shown_redacted_first_and_not_published()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var data = await PublishDataAsync(author);
        data["aiRole"] = "Wrote to ana@contoso.com";

        var preview = (await author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, data, Ct)).Card!.Value;
        Assert.Contains("Wrote to \\[…\\]", CardText.Of(preview), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));

        await author.PressAsync(preview, StoryPreviewCard.Verb);
        Assert.Equal("Wrote to […]", Assert.Single(await SharingTests.StoriesAsync(world))["AiRole"]);
    }

    [Theory]
    [InlineData("forWork", "no")]
    [InlineData("forShow", "yes")]
    [InlineData("forShow", "")]
    [InlineData("draft", "")]
    [InlineData("draft", "not a draft of ours")]
    public async Task Without_the_questions_or_a_draft_nothing_is_published(string field, string value)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var data = await PublishDataAsync(author);
        data[field] = value;

        await author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, data, Ct);

        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Fact]
    public async Task Who_is_not_on_the_roster_gets_the_same_card_at_every_step_whether_the_team_exists_or_not()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var (data, unknown) = (await PublishDataAsync(author), await PublishDataAsync(author));
        unknown["team"] = "19:nobody@thread.tacv2";
        var outsider = world.As(world.Team.Tenant.AddPerson("Olive Outside"));
        var foreigner = world.As(world.Teams.AddTenant().AddPerson("Fritz Foreign"));
        var left = world.As(world.Team.Members[3]);
        world.Team.Leave(world.Team.Members[3]);

        List<string> answers = [];
        foreach (var verb in Verbs)
        {
            foreach (var client in (TeamsClient[])[outsider, foreigner, left]) answers.Add((await client.InvokeAsync(author.Chat, verb, data, Ct)).Text);
            answers.Add((await author.Client.InvokeAsync(author.Chat, verb, unknown, Ct)).Text);
        }

        var card = Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Contains("This card isn't for you", card, StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Fact]
    public async Task In_a_channel_nothing_of_it_is_shown()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var data = await PublishDataAsync(author);
        var receipt = await author.PublishAsync();
        var post = world.Teams.Posts(world.Team.General)[^1];

        foreach (var verb in Verbs)
            Assert.Contains("This card isn't for you", (await author.Client.InvokeAsync(post, verb, data, Ct)).Text, StringComparison.Ordinal);
        foreach (var verb in (string[])[PublishedCard.Verb, WithdrawCard.OpenVerb, WithdrawCard.Verb])
            Assert.DoesNotContain("code", (await author.Client.InvokeAsync(post, verb, CardAction.Find(receipt, WithdrawCard.OpenVerb).DataWith(), Ct)).Text, StringComparison.Ordinal);
        Assert.Single(await SharingTests.StoriesAsync(world));
    }

    private static async Task<JsonObject> PublishDataAsync(Author author) => CardAction.Find(await author.PreviewAsync(), StoryPreviewCard.Verb).DataWith();
}
