using System.Text.Json;
using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Attacks;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>An author takes a case study back, although nobody knows who the author is.</summary>
public sealed class WithdrawTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_digest_it_is_gone_without_a_trace()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();

        var asked = await author.PressAsync(receipt, WithdrawCard.OpenVerb);
        Assert.Single(await world.RowsAsync("casestudies", Ct));
        var done = await author.PressAsync(asked, WithdrawCard.Verb);
        await world.CloseAsync(Ct);

        Assert.Contains("It is withdrawn", CardText.Of(done), StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync("casestudies", Ct));
        Assert.Empty(StoriesOn.Card(world.Teams.Posts(world.Team.General)[^1].Card!.Value));
    }

    [Fact]
    public async Task After_the_digest_the_post_is_changed_and_its_numbers_are_not()
    {
        await using var world = await World.StartAsync(emulator, members: 8, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.Skip(2)) await World.ChooseAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", Ct);
        var (first, second) = (new Author(world, world.Team.Members[0]) { Typed = { ["title"] = "Stays" } }, new Author(world, world.Team.Members[1]) { Typed = { ["title"] = "Goes" } });
        await first.PublishAsync();
        var receipt = await second.PublishAsync();
        await world.CloseAsync(Ct);
        var before = CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);

        await second.WithdrawAsync(receipt);
        await world.Bot.WorkAsync(Ct);

        var post = world.Teams.Posts(world.Team.General)[^1];
        var after = CardText.Of(post.Card);
        Assert.Equal(3, post.Versions);
        Assert.Contains("Goes", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Goes", after, StringComparison.Ordinal);
        Assert.Contains("Stays", after, StringComparison.Ordinal);
        Assert.Contains("An author withdrew a case study.", after, StringComparison.Ordinal);
        Assert.Equal(before[before.IndexOf("Not shown this time", StringComparison.Ordinal)..], after[after.IndexOf("Not shown this time", StringComparison.Ordinal)..]);
        Assert.Equal(before.Split('\n')[2], after.Split('\n')[2]);
        Assert.Single(await world.RowsAsync("casestudies", Ct));
    }

    [Fact]
    public async Task While_the_channel_is_out_of_reach_the_post_waits_and_is_changed_later()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        await world.CloseAsync(Ct);
        world.Teams.Faults.Add(Simulation.Connector.Fault.Refuses(503, "ServiceUnavailable"), times: int.MaxValue);

        var done = await author.WithdrawAsync(receipt);
        await world.Bot.WorkAsync(Ct);
        Assert.Contains("It is withdrawn", CardText.Of(done), StringComparison.Ordinal);
        Assert.Empty(await SharingTests.StoriesAsync(world));
        world.Teams.Faults.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Bot.WorkAsync(Ct);

        Assert.DoesNotContain("Release notes", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
        Assert.Empty(await world.RowsAsync("casestudies", Ct));
    }

    [Fact]
    public async Task A_wrong_code_an_unknown_story_another_team_and_another_tenant_get_one_and_the_same_card_and_so_does_asking_again()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        var sent = CardAction.Find(receipt, WithdrawCard.OpenVerb).DataWith();
        var foreigner = world.As(world.Teams.AddTenant().AddPerson("Fritz Foreign"));

        List<string> answers = [];
        foreach (var (field, value) in ((string, string)[])[("code", new string('0', 64)), ("code", "short"), ("story", new string('0', 32)), ("story", "../x"), ("team", "19:other@thread.tacv2")])
        {
            var forged = sent.DeepClone().AsObject();
            forged[field] = value;
            answers.Add((await author.Client.InvokeAsync(author.Chat, WithdrawCard.Verb, forged, Ct)).Text);
        }
        answers.Add((await foreigner.InvokeAsync(author.Chat, WithdrawCard.Verb, sent, Ct)).Text);
        Assert.Single(await SharingTests.StoriesAsync(world));
        await author.WithdrawAsync(receipt);
        answers.Add((await author.Client.InvokeAsync(author.Chat, WithdrawCard.Verb, sent, Ct)).Text);

        Assert.Contains("There is nothing to withdraw", Assert.Single(answers.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_before_it_looks_nothing_up_and_leads_back_to_the_receipt()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();

        var kept = await author.PressAsync(await author.PressAsync(receipt, WithdrawCard.OpenVerb), PublishedCard.Verb);

        Assert.Contains("It comes out with your team's next digest", CardText.Of(receipt), StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", CardText.Of(kept), StringComparison.Ordinal);
        Assert.Equal(CardAction.Find(receipt, WithdrawCard.OpenVerb).DataWith().ToJsonString(), CardAction.Find(kept, WithdrawCard.OpenVerb).DataWith().ToJsonString());
        Assert.Single(await SharingTests.StoriesAsync(world));
    }

    [Fact]
    public async Task An_author_who_has_left_the_team_can_still_withdraw()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        world.Team.Leave(world.Team.Members[1]);

        await author.WithdrawAsync(receipt);

        Assert.Empty(await SharingTests.StoriesAsync(world));
    }

    [Fact]
    public async Task The_code_is_on_the_authors_card_and_nowhere_in_storage()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var preview = await author.PreviewAsync();
        var receipt = await author.PressAsync(preview, StoryPreviewCard.Verb);
        await world.CloseAsync(Ct);

        string[] secrets = [Carried(preview, StoryPreviewCard.Verb, "draft"), Carried(receipt, WithdrawCard.OpenVerb, "code")];
        var stored = string.Join('\n', (await world.DumpAsync(Ct)).SelectMany(found => found.Row.Select(column => $"{column.Value}")));
        var said = string.Join('\n', world.Teams.Posts(world.Team.General).Select(post => post.Content.GetRawText()));

        Assert.All(secrets, secret => Assert.Equal(64, secret.Length));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    private static string Carried(JsonElement card, string verb, string name) => CardAction.Find(card, verb).Data.GetProperty(name).GetString()!;
}
