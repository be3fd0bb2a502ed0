using System.Globalization;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.People;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.People;

/// <summary><c>delete my data</c>, held against the tables before and after.</summary>
public sealed class DeleteMyDataTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_about_a_person_is_gone_and_no_other_row_has_changed()
    {
        await using var world = await WithAnswersAsync();
        var person = world.Team.Members[2];
        await world.As(person).SayInPersonalAsync("stop", Ct);
        await world.As(world.Team.Members[3]).SayInPersonalAsync("stop", Ct);
        var before = await RowsAsync(world);

        var receipt = await ConfirmAsync(world, person, "Delete that note too");

        var gone = before.Except(await RowsAsync(world), StringComparer.Ordinal).ToList();
        Assert.Equal(["chats", "preferences", "rounds"], gone.Select(row => row.Split(' ')[0]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(gone, row => row.StartsWith($"chats {person.ObjectId}", StringComparison.Ordinal));
        Assert.Contains(gone, row => row.StartsWith($"preferences {person.ObjectId}", StringComparison.Ordinal));
        Assert.Contains(gone, row => row.StartsWith("rounds a|", StringComparison.Ordinal));
        Assert.Empty((await RowsAsync(world)).Except(before, StringComparer.Ordinal));
        Assert.Contains("asked with the next round", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_person_s_own_answer_that_is_gone()
    {
        await using var world = await WithAnswersAsync();
        await ConfirmAsync(world, world.Team.Members[2]);

        await world.CloseAsync(Ct);

        Assert.Equal((5, 0), ((await world.TallyAsync(Ct)).Answered, (await world.TallyAsync(Ct)).Outcomes[RetroBot.Core.CheckIns.Outcome.NotRelevant]));
    }

    [Fact]
    public async Task The_person_s_own_votes_are_gone_and_nobody_else_s()
    {
        await using var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.OpenAsync(Ct);
        await new Author(world, world.Team.Members[1]).PublishAsync();
        await world.CloseAsync(Ct);
        await VotingTests.VoteAsync(world, world.Team.Members[3], VoteChoice.Worked);
        var others = await RowsAsync(world);
        await VotingTests.VoteAsync(world, world.Team.Members[2], VoteChoice.DidNotWork);

        var receipt = await ConfirmAsync(world, world.Team.Members[2]);

        Assert.Equal(others.Where(row => !IsChatOf(world.Team.Members[2], row)), await RowsAsync(world), StringComparer.Ordinal);
        Assert.Contains("Your votes on case studies", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_deleted_before_it_is_confirmed()
    {
        await using var world = await WithAnswersAsync();
        await world.As(world.Team.Members[2]).SayInPersonalAsync("pause", Ct);
        var before = await RowsAsync(world);

        await world.As(world.Team.Members[2]).SayInPersonalAsync("delete my data", Ct);
        await world.As(world.Team.Members[2]).SayInPersonalAsync("what is stored", Ct);
        await world.As(world.Team.Members[2]).PressAsync(world.Teams.Inbox(world.Team.Members[2])[^1], DeleteDataCard.AskVerb, ct: Ct);

        Assert.Equal(before, await RowsAsync(world), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whoever_wishes_to_stay_unasked_keeps_that_one_note_and_is_not_asked()
    {
        await using var world = await WithAnswersAsync();
        var person = world.Team.Members[2];
        await world.As(person).SayInPersonalAsync("stop", Ct);

        var receipt = await ConfirmAsync(world, person, "Delete, but keep that note");

        Assert.Single(await world.RowsAsync("preferences", Ct));
        Assert.Equal(5, (await world.AnswerRowsAsync(Ct)).Count);
        Assert.Contains("don't want to be asked was kept", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_leads_one_can_leave_and_the_last_one_stays_and_is_told()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.InstallAsync(Ct);
        var other = world.Team.Members[1];
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["leads"] = other.ObjectId.ToString() }, Ct);

        var left = await ConfirmAsync(world, world.Lead.Person);
        var stayed = await ConfirmAsync(world, other);

        var team = Assert.Single(await world.RowsAsync("teams", Ct), row => row.RowKey.StartsWith("t|", StringComparison.Ordinal));
        Assert.Equal($"[\"{other.ObjectId}\"]", team.GetString("Leads"));
        Assert.DoesNotContain("AddedBy", team.Keys, StringComparer.Ordinal);
        Assert.Contains("Your role as a lead", left.Text, StringComparison.Ordinal);
        Assert.Contains("you still are one", stayed.Text, StringComparison.Ordinal);
        Assert.Contains("Product team", world.Teams.Inbox(other)[^1].Card!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_names_nobody_and_nothing()
    {
        await using var world = await WithAnswersAsync();

        var receipt = await ConfirmAsync(world, world.Lead.Person);

        Assert.Contains("Your answer", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Lead.Person.Name, receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Product team", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Lead.Person.ObjectId.ToString(), receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_card_deletes_the_presser_s_own_data()
    {
        await using var world = await WithAnswersAsync();
        var (person, colleague) = (world.Team.Members[2], world.Team.Members[3]);
        await world.As(person).SayInPersonalAsync("stop", Ct);
        await world.As(person).SayInPersonalAsync("delete my data", Ct);
        var card = world.Teams.Inbox(person)[^1];

        await world.As(colleague).InvokeAsync(card, DeleteDataCard.Verb, CardAction.Find(card.Card!.Value, DeleteDataCard.Verb, data => data.GetProperty("asking").ValueEquals("delete")).DataWith(), Ct);

        Assert.Equal(person.ObjectId.ToString(), Assert.Single(await world.RowsAsync("preferences", Ct)).RowKey);
        await world.CloseAsync(Ct);
        Assert.Equal(1, (await world.TallyAsync(Ct)).Outcomes[RetroBot.Core.CheckIns.Outcome.NotRelevant]);
    }

    [Fact]
    public async Task What_was_said_in_a_closed_round_is_nobody_s_and_stays()
    {
        await using var world = await WithAnswersAsync();
        await world.CloseAsync(Ct);
        var before = await RowsAsync(world);

        var receipt = await ConfirmAsync(world, world.Team.Members[2]);

        Assert.Equal(before.Where(row => !IsChatOf(world.Team.Members[2], row)), await RowsAsync(world), StringComparer.Ordinal);
        Assert.DoesNotContain("answer", receipt.Text, StringComparison.Ordinal);
    }

    /// <summary>Six answers, of which the third member's is unlike the others.</summary>
    private async Task<World> WithAnswersAsync()
    {
        var world = await World.StartAsync(emulator, members: 7, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members.Take(6))
            await World.ChooseAsync(world.As(member), world.CardOf(member), member == world.Team.Members[2] ? "notRelevant" : "nothingToReport", Ct);
        return world;
    }

    private static bool IsChatOf(SimulatedPerson person, string row) => row.StartsWith($"chats {person.ObjectId}", StringComparison.Ordinal);

    /// <param name="button">The first where it does not matter.</param>
    private static async Task<BotAnswer> ConfirmAsync(World world, SimulatedPerson person, string? button = null)
    {
        await world.As(person).SayInPersonalAsync("delete my data", Ct);
        var card = world.Teams.Inbox(person)[^1];
        var action = card.Card!.Value.GetProperty("actions").EnumerateArray().First(action => button is null || action.GetProperty("title").ValueEquals(button));
        return await world.As(person).InvokeAsync(card, action.GetProperty("verb").GetString()!, System.Text.Json.Nodes.JsonNode.Parse(action.GetProperty("data").GetRawText()), Ct);
    }

    /// <summary>Every row with its columns, but not when it was last changed.</summary>
    private static async Task<List<string>> RowsAsync(World world) =>
    [
        .. (await world.DumpAsync(Ct))
            .Select(stored => string.Create(CultureInfo.InvariantCulture, $"{stored.Table} {stored.Row.RowKey} {string.Join(',', stored.Row.Where(column => column.Key is not ("Timestamp" or "odata.etag")).Select(column => $"{column.Key}={column.Value}").Order(StringComparer.Ordinal))}"))
            .Order(StringComparer.Ordinal),
    ];
}
