using System.Net;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.Digests;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

/// <summary>Teams does not take the recipe, or not for certain: whoever asked reads it in their view of the channel, and is told why.</summary>
public sealed class RecipeFaultTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault, string, int> Faults => new()
    {
        { "busy", Fault.Throttles(TimeSpan.FromSeconds(30)), "Teams is very busy just now", 1 },
        { "unavailable", Fault.Refuses(503, "ServiceUnavailable"), "Teams is very busy just now", 1 },
        { "lost after it arrived", Fault.LosesTheAnswer(), "Teams didn't say whether it reached our chat", 1 },
        { "lost before", new Fault.Answers(502, "", TakesEffect: false), "Teams didn't say whether it reached our chat", 1 },
        { "cut after it arrived", new Fault.CutsTheConnection(TakesEffect: true), "Teams didn't say whether it reached our chat", 1 },
        { "blocked", Fault.Refuses(403, "ConversationBlockedByUser"), "Your chat with RetroBot is blocked", 1 },
        { "without the app", Fault.Refuses(403, "BotNotInConversationRoster"), "RetroBot isn't installed for you", 1 },
        { "unexplained", Fault.Refuses(403, "ForbiddenOperationException"), "Teams didn't let me write to you", 1 },
        { "disabled", Fault.Refuses(403, "BotDisabledByAdmin"), "Teams didn't let me write to you", 1 },
        { "not registered", Fault.Refuses(401, "BotNotRegistered"), "Teams didn't let me write to you", 1 },
        { "too big", Fault.Refuses(413, "MessageSizeTooBig"), "Teams didn't let me write to you", 1 },
        { "gone again and again", Fault.Refuses(404, "ConversationNotFound"), "Teams didn't let me write to you", 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_is_shown_to_whoever_asked_with_the_reason_and_a_send_that_may_have_arrived_is_not_repeated(string name, Fault fault, string says, int sends)
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        world.Teams.Faults.Add(fault, on: request => request.IsSend, times: int.MaxValue);
        var before = SendsIn(world);

        var answer = await reader.AskAsync();

        Assert.Equal((name, HttpStatusCode.OK), (name, answer.Status));
        var card = CardText.Of(answer.Card);
        Assert.Contains(says, card, StringComparison.Ordinal);
        Assert.Contains("lighthouse", card, StringComparison.Ordinal);
        Assert.Contains("Back to the digest", card, StringComparison.Ordinal);
        Assert.Equal(sends, SendsIn(world) - before);
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.Name, string.Join('\n', world.Bot.Log.Lines.Select(line => line.Text)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_surely_did_not_arrive_is_sent_with_the_next_press_and_what_may_have_is_not_within_a_minute()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var (refused, lost) = (new RecipeReader(world, world.Team.Members[3]), new RecipeReader(world, world.Team.Members[4]));

        world.Teams.Faults.Add(Fault.Refuses(403, "ForbiddenOperationException"), on: request => request.IsSend);
        await refused.AskAsync();
        await refused.AskAsync();
        Assert.Single(refused.Recipes);

        world.Teams.Faults.Add(Fault.LosesTheAnswer(), on: request => request.IsSend);
        await lost.AskAsync();
        await lost.AskAsync();
        Assert.Single(lost.Recipes);
    }

    [Fact]
    public async Task While_Teams_wants_patience_nothing_is_asked_of_it()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        world.Teams.Faults.Add(Fault.Throttles(TimeSpan.FromSeconds(30)), on: request => request.IsSend);
        await new RecipeReader(world, world.Team.Members[3]).AskAsync();
        var before = world.Teams.Requests.All.Count;

        var answer = await new RecipeReader(world, world.Team.Members[4]).AskAsync();

        Assert.Contains("Teams is very busy just now", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Equal(before, world.Teams.Requests.All.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        var asked = new TaskCompletionSource();
        world.Teams.Faults.Add(new Fault.Hangs(TakesEffect: true), on: request =>
        {
            if (request.IsSend) asked.TrySetResult();
            return request.IsSend;
        });

        var press = reader.AskAsync();
        await asked.Task.WaitAsync(Ct);
        world.Time.Advance(TimeSpan.FromSeconds(8));

        Assert.Contains("Teams didn't say whether it reached our chat", CardText.Of((await press).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_known_to_have_blocked_it_or_to_lack_the_app_is_not_written_to()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        await world.As(world.Team.Members[3]).UninstallPersonalAsync(Ct);
        var before = SendsIn(world);

        var answer = await new RecipeReader(world, world.Team.Members[3]).AskAsync();

        Assert.Contains("RetroBot isn't installed for you", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Equal(before, SendsIn(world));
    }

    [Fact]
    public async Task A_newcomer_who_lacks_the_app_is_told_so_and_a_chat_that_is_gone_is_made_anew()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var newcomer = world.Team.AddPerson("Nora Newcomer");
        newcomer.LacksTheApp = true;
        world.Teams.DeleteChat(world.Team.Members[4]);

        var answer = await new RecipeReader(world, newcomer).AskAsync();
        await new RecipeReader(world, world.Team.Members[4]).AskAsync();

        Assert.Contains("RetroBot isn't installed for you", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Single(new RecipeReader(world, world.Team.Members[4]).Recipes);
    }

    [Fact]
    public async Task The_digest_is_one_press_away_again()
    {
        await using var world = await RecipeTests.PublishedAsync(emulator);
        var reader = new RecipeReader(world, world.Team.Members[3]);
        world.Teams.Faults.Add(Fault.Refuses(403, "ConversationBlockedByUser"), on: request => request.IsSend);
        var recipe = (await reader.AskAsync()).Card!.Value;

        var back = CardText.Of((await reader.Client.PressAsync(reader.Digest, recipe, DigestPress.Verb, ct: Ct)).Card);

        Assert.Contains("Send me the recipe", back, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_sends_nothing_and_the_same_press_works_later()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await RecipeTests.PublishedAsync(emulator, gate.ConnectionString);
        var reader = new RecipeReader(world, world.Team.Members[3]);

        gate.Shut();
        var refused = await reader.AskAsync();
        gate.Open();
        var answer = await reader.Client.PressAsync(reader.Digest, refused.Card!.Value, StoryPress.RecipeVerb, ct: Ct);

        Assert.Contains("That didn't work", CardText.Of(refused.Card), StringComparison.Ordinal);
        Assert.Contains("The recipe is in your chat with me", CardText.Of(answer.Card), StringComparison.Ordinal);
        Assert.Single(reader.Recipes);
    }

    private static int SendsIn(World world) => world.Teams.Requests.All.Count(request => request.Request.IsSend);
}
