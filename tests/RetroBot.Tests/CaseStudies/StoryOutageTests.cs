using RetroBot.Cards.CaseStudies;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>The roster or storage goes away while somebody writes: nothing typed is lost, nothing is stored twice, and nothing unredacted is shown as a preview.</summary>
public sealed class StoryOutageTests(StorageEmulator emulator)
{
    private const string Title = "Release notes from merged tickets";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoryFormCard.Verb)]
    [InlineData(StoryFormCard.EditVerb)]
    [InlineData(StoryPreviewCard.Verb)]
    public async Task Without_the_roster_there_is_no_preview_and_what_was_typed_is_sent_again_with_one_press(string verb)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var card = verb == StoryFormCard.Verb ? await author.FormAsync() : await author.PreviewAsync();
        world.Teams.Faults.Add(Fault.Refuses(500, "ServiceError"), on: request => request.Operation == ConnectorOperation.GetPagedMembers, times: int.MaxValue);

        var refused = await author.PressAsync(card, verb, verb == StoryFormCard.Verb ? author.Typed : null);
        world.Teams.Faults.Clear();
        var again = await author.PressAsync(refused, verb);

        Assert.Contains("That didn't work", CardText.Of(refused), StringComparison.Ordinal);
        Assert.Contains(Title, CardAction.Find(refused, verb).Data.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Title, CardText.Of(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("That didn't work", CardText.Of(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_takes_too_long_is_not_waited_for()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var form = await author.FormAsync();
        var asked = new TaskCompletionSource();
        world.Teams.Faults.Add(new Fault.Delays(TimeSpan.FromMinutes(5)), on: request =>
        {
            if (request.Operation == ConnectorOperation.GetPagedMembers) asked.TrySetResult();
            return request.Operation == ConnectorOperation.GetPagedMembers;
        });

        var press = author.PressAsync(form, StoryFormCard.Verb, author.Typed);
        await asked.Task.WaitAsync(Ct);
        world.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains(Title, CardAction.Find(await press, StoryFormCard.Verb).Data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_when_Publish_is_pressed_loses_nothing_and_stores_nothing_twice()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 5, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var preview = await author.PreviewAsync();

        gate.Shut();
        var refused = await author.PressAsync(preview, StoryPreviewCard.Verb);
        gate.Open();
        await author.PressAsync(preview, StoryPreviewCard.Verb);
        var receipt = await author.PressAsync(refused, StoryPreviewCard.Verb);

        Assert.Equal(Title, Assert.Single(await SharingTests.StoriesAsync(world))["Title"]);
        Assert.Contains("It is withdrawn", CardText.Of(await author.WithdrawAsync(receipt)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_at_a_withdrawal_or_a_vote_is_told_and_asked_again()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 5, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]);
        var receipt = await author.PublishAsync();
        await world.CloseAsync(Ct);

        gate.Shut();
        var vote = await VotingTests.VoteAsync(world, world.Team.Members[3], VoteChoice.Worked);
        var withdrawal = await author.WithdrawAsync(receipt);
        gate.Open();
        Assert.Contains("That didn't work", CardText.Of(vote.Card), StringComparison.Ordinal);
        Assert.Single(await SharingTests.StoriesAsync(world));
        await author.PressAsync(withdrawal, WithdrawCard.Verb);

        Assert.Empty(await SharingTests.StoriesAsync(world));
    }

    [Fact]
    public async Task A_close_that_storage_interrupts_shows_each_story_once()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 5, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);

        // The notice is posted behind the placing: storage goes away right then.
        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request =>
        {
            if (request.IsSend) gate.Shut();
            return false;
        });
        await world.Bot.WorkAsync(Ct);
        world.Teams.Faults.Clear();
        gate.Open();
        await world.Bot.WorkAsync(Ct);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);
        await world.CloseAsync(Ct);

        Assert.Single(world.Teams.Posts(world.Team.General), post => post.Content.GetRawText().Contains(Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_log_line_carries_a_story_or_a_person()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 6, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        var author = new Author(world, world.Team.Members[1]) { Typed = { ["title"] = "Canary title", ["howToTry"] = "canary+steps@contoso.com {\"canary\": [}", ["withName"] = "true" } };
        var preview = await author.PreviewAsync();
        gate.Shut();
        await author.PressAsync(preview, StoryPreviewCard.Verb);
        gate.Open();
        var receipt = await author.PressAsync(preview, StoryPreviewCard.Verb);
        await PoisonAsync(author, """{"team":"canary","title":"\ud800canary"}""");
        await PoisonAsync(author, """{"team":["canary"],"title":{"canary":1},"draft":"canary"}""");
        await world.CloseAsync(Ct);
        await VotingTests.VoteAsync(world, world.Team.Members[3], VoteChoice.Worked);
        gate.Shut();
        await VotingTests.VoteAsync(world, world.Team.Members[4], VoteChoice.Worked);
        await author.WithdrawAsync(receipt);
        gate.Open();
        await author.WithdrawAsync(receipt);
        await world.Bot.WorkAsync(Ct);

        var log = string.Join('\n', world.Bot.Log.Lines.Select(line => line.Text));

        Assert.Contains($"out of reach during {StoryPreviewCard.Verb}", log, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(CardAction.Find(receipt, WithdrawCard.OpenVerb).Data.GetProperty("story").GetString()!, log, StringComparison.Ordinal);
        Assert.DoesNotContain(CardAction.Find(receipt, WithdrawCard.OpenVerb).Data.GetProperty("code").GetString()!, log, StringComparison.Ordinal);
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Id, log, StringComparison.Ordinal));
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.ObjectId.ToString(), log, StringComparison.OrdinalIgnoreCase));
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, log, StringComparison.Ordinal));
    }

    private static async Task PoisonAsync(Author author, string data)
    {
        var body = author.Client.Compose.CardInvoke(author.Chat, null, StoryPreviewCard.Verb, new System.Text.Json.Nodes.JsonObject { ["here"] = 1 }).ToJsonString();
        await author.Client.RawAsync(body.Replace("""{"here":1}""", data, StringComparison.Ordinal), ct: Ct);
    }
}
