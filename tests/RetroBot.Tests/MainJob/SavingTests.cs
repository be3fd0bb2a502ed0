using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Saving goes by what an instance has read some seconds ago; what happened to the round meanwhile, there or elsewhere, counts all the same.</summary>
public sealed class SavingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nothingToReport")]
    [InlineData("helped")]
    public async Task An_instance_that_has_not_heard_of_another_s_close_refuses_the_answer_kindly_and_stores_nothing(string outcome)
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await using var other = await SecondInstanceAsync(world);
        await SaveAsync(world, world.Team.Members[1]);
        var (late, card) = (world.As(world.Team.Members[2]), world.CardOf(world.Team.Members[2]));
        var form = outcome == "helped" ? await World.ChooseAsync(late, card, outcome, Ct) : null;

        await new TeamsClient(world.Teams, world.Lead.Person, other.Http).SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await other.WorkAsync(Ct);
        var refused = form is null ? await World.ChooseAsync(late, card, outcome, Ct) : await late.PressAsync(card, form.Card!.Value, CheckInDetailsCard.Verb, World.Details, Ct);

        Assert.Contains("closed", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(AnswerDeletedCard.Verb, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
        Assert.Equal(1, (await world.TallyAsync(Ct)).Answered);
    }

    [Fact]
    public async Task An_instance_that_has_not_heard_that_another_was_told_to_leave_the_team_stores_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await using var other = await SecondInstanceAsync(world);
        await SaveAsync(world, world.Team.Members[1]);

        await new TeamsClient(world.Teams, world.Lead.Person, other.Http).RemoveFromTeamAsync(world.Team, ct: Ct);
        var refused = await SaveAsync(world, world.Team.Members[2]);

        Assert.Contains("closed", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_form_is_made_of_what_is_stored_now_and_says_that_the_round_is_over_when_another_instance_has_closed_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await using var other = await SecondInstanceAsync(world);
        await SaveAsync(world, world.Team.Members[1]);
        await new TeamsClient(world.Teams, world.Lead.Person, other.Http).SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await other.WorkAsync(Ct);

        var form = await PressAsync(world, world.Team.Members[2], "helped");

        Assert.DoesNotContain(CheckInDetailsCard.Verb, form.Text, StringComparison.Ordinal);
        Assert.Contains("closed", form.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_round_whose_time_is_over_takes_no_answer_however_recently_it_was_read()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        world.Time.MoveTo(await ClosesAtAsync(world) - TimeSpan.FromSeconds(1));
        await SaveAsync(world, world.Team.Members[1]);

        world.Time.Advance(TimeSpan.FromSeconds(1));
        var refused = await SaveAsync(world, world.Team.Members[2]);

        Assert.Contains("closed", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_tool_that_a_lead_removes_while_the_round_is_open_is_still_taken_from_the_card_that_offered_it()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        var (client, card) = (world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]));
        var form = await World.ChooseAsync(client, card, "helped", Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["tools"] = "Something else" }, Ct);

        var saved = await client.PressAsync(card, form.Card!.Value, CheckInDetailsCard.Verb, new Dictionary<string, string>(World.Details, StringComparer.Ordinal) { ["tool"] = "Claude" }, Ct);

        Assert.Contains(AnswerDeletedCard.Verb, saved.Text, StringComparison.Ordinal);
        await world.CloseAsync(Ct);
        Assert.Equal(1, (await world.TallyAsync(Ct)).Tools["Claude"]);
    }

    [Fact]
    public async Task What_another_instance_renames_is_read_some_seconds_later_and_what_this_one_renames_at_once()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);
        await using var other = await SecondInstanceAsync(world);
        await SaveAsync(world, world.Team.Members[1]);

        await SetUpAsync(other, "Pacific/Auckland");
        var recent = await SaveAsync(world, world.Team.Members[1]);
        world.Time.Advance(TimeSpan.FromSeconds(5));
        var fresh = await SaveAsync(world, world.Team.Members[1]);
        await SetUpAsync(world.Bot, "Pacific/Honolulu");
        var own = await SaveAsync(world, world.Team.Members[1]);

        Assert.Equal(3, new[] { recent.Text, fresh.Text, own.Text }.Distinct(StringComparer.Ordinal).Count());

        async Task SetUpAsync(RunningBot bot, string zone)
        {
            var lead = new TeamsClient(world.Teams, world.Lead.Person, bot.Http);
            await lead.SayInChannelAsync(world.Team.General, "setup", ct: Ct);
            await lead.PressAsync(world.Teams.Posts(world.Team.General)[^1], SetupCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["zone"] = zone }, Ct);
        }
    }

    private static Task<BotAnswer> SaveAsync(World world, SimulatedPerson person) => PressAsync(world, person, "nothingToReport");

    private static Task<BotAnswer> PressAsync(World world, SimulatedPerson person, string outcome) => World.ChooseAsync(world.As(person), world.CardOf(person), outcome, Ct);

    private static async Task<DateTimeOffset> ClosesAtAsync(World world) =>
        DateTimeOffset.Parse((await world.RowsAsync("rounds", Ct)).Single(row => row.RowKey == "r").GetString("ClosesAt")!, CultureInfo.InvariantCulture);

    /// <summary>Another process on the same tables, with the same master key.</summary>
    private static Task<RunningBot> SecondInstanceAsync(World world)
    {
        var settings = world.Bot.Services.GetRequiredService<IConfiguration>();
        const string masterKey = "RetroBot:MasterKey:File";
        return RunningBot.StartAsync(settings["Storage:ConnectionString"]!, settings["Storage:TablePrefix"]!, world.Time, [new KeyValuePair<string, string?>(masterKey, settings[masterKey])], ct: Ct);
    }
}
