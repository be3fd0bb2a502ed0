using System.Net;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>A team installs RetroBot, opens a round, answers, closes it and reads the digest: the real service and storage, and a simulated Teams.</summary>
public sealed class MainJobTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(InstallationOrder.InstallationUpdateFirst)]
    [InlineData(InstallationOrder.ConversationUpdateFirst)]
    public async Task A_team_is_welcomed_once_whichever_announcement_comes_first(InstallationOrder order)
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);

        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);
        await world.Lead.InstallInTeamAsync(world.Team, order, Ct);

        Assert.Contains("they and the key are destroyed", Text(Assert.Single(world.Teams.Posts(world.Team.General))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_who_adds_RetroBot_is_welcomed_once()
    {
        await using var world = await World.StartAsync(emulator, members: 1, Ct);

        await world.Lead.InstallPersonalAsync(ct: Ct);

        Assert.Single(world.Teams.Inbox(world.Lead.Person));
    }

    [Fact]
    public async Task A_round_goes_from_the_lead_s_word_to_the_digest_in_the_channel()
    {
        await using var world = await World.StartAsync(emulator, members: 12, Ct);
        await world.InstallAsync(Ct);

        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.WorkAsync(Ct);
        for (var member = 0; member < 12; member++)
        {
            var (person, card) = (world.As(world.Team.Members[member]), Assert.Single(world.Teams.Inbox(world.Team.Members[member])));
            Assert.NotEmpty(card.Summary!);
            if (member < 6) await World.AnswerAsync(person, card, "helped", World.Details, Ct);
            else await World.AnswerAsync(person, card, "rightlyNotUsed", details: null, Ct);
        }
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await world.Bot.WorkAsync(Ct);

        var digest = world.Teams.Posts(world.Team.General)[^1];
        Assert.Equal(2, digest.Versions);
        Assert.Contains("2026-W47", Text(digest), StringComparison.Ordinal);
        Assert.Contains("50", Text(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_threshold_the_digest_says_so_and_shows_no_number_of_answers()
    {
        await using var world = await World.StartAsync(emulator, members: 9, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.Take(4)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);

        await world.CloseAsync(Ct);

        var digest = Text(world.Teams.Posts(world.Team.General)[^1]);
        Assert.Contains("Too few people answered to show numbers this time.", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("4", digest.Replace("2026-W47", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("%", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_can_be_changed_and_deleted_while_the_round_is_open()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var (client, card) = (world.As(member), world.CardOf(member));

        var saved = await World.AnswerAsync(client, card, "helped", World.Details, Ct);
        var again = await client.PressAsync(card, saved.Card!.Value, CheckInCard.OpenVerb, ct: Ct);
        var changed = await client.PostAsync(client.Compose.CardInvoke(card, null, CheckInCard.Verb, World.OutcomeOn(again.Card!.Value, "nothingToReport")), Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
        var deleted = await client.PressAsync(card, changed.Card!.Value, AnswerDeletedCard.Verb, ct: Ct);

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task The_same_invoke_again_changes_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var client = world.As(member);
        var step2 = await World.ChooseAsync(client, world.CardOf(member), "helped", Ct);
        var press = client.Compose.CardInvoke(world.CardOf(member), "Save", CheckInDetailsCard.Verb, CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(World.Details));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostAsync(press.DeepClone().AsObject(), Ct)));

        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task What_is_missing_is_said_on_the_card_and_what_was_typed_is_kept()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        var client = world.As(member);
        var step2 = await World.ChooseAsync(client, world.CardOf(member), "helped", Ct);
        var data = CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(World.Details);
        data.Remove("confidence");

        var answer = await client.InvokeAsync(world.CardOf(member), CheckInDetailsCard.Verb, data, Ct);

        var card = answer.Card!.Value.GetRawText();
        Assert.Contains("fifteenToSixtyMinutes", card, StringComparison.Ordinal);
        Assert.Contains("\"attention\"", card, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_late_answer_is_refused_and_nothing_is_stored()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var member = world.Team.Members[1];
        await world.CloseAsync(Ct);

        var answer = await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("closed", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    private static string Text(ReceivedActivity activity) => activity.Card!.Value.GetRawText();
}
