using RetroBot.Cards.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>A case study from the first question to the team's channel, through the real service.</summary>
public sealed class SharingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_written_seen_published_and_read_in_the_next_digest()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);

        var preview = CardText.Of(await author.PreviewAsync());
        Assert.Contains("Release notes from merged tickets", preview, StringComparison.Ordinal);
        Assert.Contains("https://wiki.contoso.com/release-notes", preview, StringComparison.Ordinal);
        Assert.Empty(await StoriesAsync(world));
        Assert.Contains("Keep this card", CardText.Of(await author.PublishAsync()), StringComparison.Ordinal);
        await world.CloseAsync(Ct);

        var digest = CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);
        Assert.Contains("Release notes from merged tickets", digest, StringComparison.Ordinal);
        Assert.Contains("First drafts · Claude\n", digest, StringComparison.Ordinal);
        Assert.All((string[])[preview, digest], card => Assert.Contains("**Checked by its author:** compared with the usual way.", card, StringComparison.Ordinal));
        Assert.Contains("Drafted one line per ticket.", digest, StringComparison.Ordinal);
        Assert.Contains("Shipped sooner · Less tedious", digest, StringComparison.Ordinal);
        Assert.Contains("Paste the titles", digest, StringComparison.Ordinal);
        Assert.Contains("Too few people answered", digest, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Client.Person.Name, digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_says_nothing_of_its_author()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        await author.PublishAsync();

        var row = string.Join('\n', Assert.Single(await StoriesAsync(world)).Select(column => $"{column.Key}={column.Value}"));

        Assert.DoesNotContain("Signature", row, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Client.Person.Name, row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(author.Client.Person.ObjectId.ToString(), row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(author.Client.Person.Id, row, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Quarter=2026-Q4", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ticks_the_box_signs_with_the_name_on_the_roster_and_sees_it_before()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]) { Typed = { ["withName"] = "true" } };
        var form = await author.FormAsync();

        // A name that an activity claims is not the roster's.
        var activity = author.Client.Compose.CardInvoke(author.Chat, "Preview", StoryFormCard.Verb, Simulation.Client.CardAction.Find(form, StoryFormCard.Verb).DataWith(author.Typed));
        activity["from"]!["name"] = "Somebody Else";
        var preview = (await author.Client.PostAsync(activity, Ct)).Card!.Value;
        Assert.Contains("by Member 2", CardText.Of(preview), StringComparison.Ordinal);
        await author.PressAsync(preview, StoryPreviewCard.Verb);
        await world.CloseAsync(Ct);

        Assert.Equal("Member 2", Assert.Single(await StoriesAsync(world))["Signature"]);
        Assert.Contains("by Member 2", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_another_than_in_the_preview_is_seen_before_it_is_published()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]) { Typed = { ["withName"] = "true" } };
        var publish = Simulation.Client.CardAction.Find(await author.PreviewAsync(), StoryPreviewCard.Verb).DataWith();
        publish["signature"] = "Member of Before";

        var preview = (await author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, publish, Ct)).Card!.Value;
        Assert.Contains("by Member 2", CardText.Of(preview), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));

        await author.PressAsync(preview, StoryPreviewCard.Verb);
        Assert.Equal("Member 2", Assert.Single(await StoriesAsync(world))["Signature"]);
    }

    [Fact]
    public async Task What_gives_somebody_away_is_taken_out_listed_and_never_stored()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        world.Team.AddPerson("Chidi Okafor");
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]) { Typed = { ["howToTry"] = "Ask Chidi Okafor, or write to chidi.okafor@contoso.com for the prompt." } };

        var preview = await author.PreviewAsync();
        Assert.Contains("A colleague's name: Chidi Okafor", CardText.Of(preview), StringComparison.Ordinal);
        Assert.Contains("E-mail address: chidi.okafor@contoso.com", CardText.Of(preview), StringComparison.Ordinal);
        await author.PressAsync(preview, StoryPreviewCard.Verb);

        var stored = string.Join('\n', Assert.Single(await StoriesAsync(world)).Select(column => $"{column.Value}"));
        Assert.Contains("Ask […], or write to […] for the prompt.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("chidi", stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Edit_leads_back_to_the_form_with_the_redacted_text_in_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]) { Typed = { ["aiRole"] = "Wrote to ana@contoso.com for me.", ["usualWay"] = "By hand" } };

        var form = await author.PressAsync(await author.PreviewAsync(), StoryFormCard.EditVerb);
        Assert.Contains("Wrote to […] for me.", CardText.Of(form), StringComparison.Ordinal);
        Assert.DoesNotContain("ana@contoso.com", form.GetRawText(), StringComparison.Ordinal);
        var preview = await author.PressAsync(form, StoryFormCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "A better title" });
        await author.PressAsync(preview, StoryPreviewCard.Verb);

        var story = Assert.Single(await StoriesAsync(world));
        Assert.Equal(("A better title", "By hand", "shippedSooner"), (story["Title"], story["UsualWay"], $"{story["Changes"]}".Split(',')[0].Replace("Shipped", "shipped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Discarding_leaves_no_row_and_says_so()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);

        var discarded = await author.PressAsync(await author.PreviewAsync(), DiscardedCard.Verb);

        Assert.Contains("Nothing of it was kept.", CardText.Of(discarded), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Theory]
    [InlineData("no", "no", "about tasks at work")]
    [InlineData("yes", "yes", "Nobody should have to use AI to be seen using it")]
    public async Task What_was_not_for_work_or_only_for_show_ends_kindly(string forWork, string forShow, string says)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);

        var end = await author.PressAsync(await author.QuestionsAsync(), PurposeCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["forWork"] = forWork, ["forShow"] = forShow });

        Assert.Contains(says, CardText.Of(end), StringComparison.Ordinal);
        Assert.False(await world.HasTableAsync("casestudies", Ct));
    }

    [Fact]
    public async Task A_round_that_closes_while_somebody_writes_loses_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var form = await author.FormAsync();

        await world.CloseAsync(Ct);
        await author.PressAsync(await author.PressAsync(form, StoryFormCard.Verb, author.Typed), StoryPreviewCard.Verb);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        Assert.Contains("Release notes from merged tickets", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_press_again_publishes_nothing_twice_and_gives_the_same_receipt()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var publish = Simulation.Client.CardAction.Find(await author.PreviewAsync(), StoryPreviewCard.Verb).DataWith();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => author.Client.InvokeAsync(author.Chat, StoryPreviewCard.Verb, publish, Ct)));

        Assert.Single(receipts.Select(receipt => receipt.Text).Distinct(StringComparer.Ordinal));
        Assert.Single(await StoriesAsync(world));
        Assert.Contains("It is withdrawn", CardText.Of(await author.WithdrawAsync(receipts[0].Card!.Value)), StringComparison.Ordinal);
        Assert.Empty(await StoriesAsync(world));
    }

    internal static async Task<IReadOnlyList<Azure.Data.Tables.TableEntity>> StoriesAsync(World world) =>
        await world.HasTableAsync("casestudies", Ct) ? [.. (await world.RowsAsync("casestudies", Ct)).Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal))] : [];
}
