using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A21. A teammate: replays somebody else's card or invoke. What must happen: rejected: bound to recipient, round and tenant.</summary>
public sealed class A21SomebodyElsesCard(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.TeammatesAccount;

    [Fact]
    public Task A_card_works_for_nobody_but_its_recipient_in_its_own_round_and_tenant() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 4);
        await team.OpenAsync(Ct);
        var victim = team.Team.Members[1];
        var (mate, neighbour, stranger) = (team.Team.Members[2], world.Beside(members: 3, team.Team.Tenant), world.Beside(members: 3));
        foreach (var elsewhere in (World[])[neighbour, stranger]) await elsewhere.OpenAsync(Ct);

        var card = World.OutcomeOn(team.CardOf(victim).Card!.Value, "nothingToReport");
        List<string> won =
        [
            .. await ReplayAsync(team, team.As(mate), team.CardOf(mate), card, "a teammate's press on the victim's card"),
            .. await ReplayAsync(team, team.As(mate), team.CardOf(victim), card, "a teammate's press in the victim's chat"),
            .. await ReplayAsync(neighbour, neighbour.Lead, neighbour.CardOf(neighbour.Lead.Person), card, "the press of somebody of another team"),
            .. await ReplayAsync(stranger, stranger.Lead, stranger.CardOf(stranger.Lead.Person), card, "the press of somebody of another organisation"),
        ];

        await team.PublishAsync(mate, "A recipe", Ct);
        await team.CloseAsync(Ct);
        won.AddRange(await ReplayRecipeAsync(team, victim, [team.As(mate), neighbour.Lead, stranger.Lead]));
        world.Time.Advance(TimeSpan.FromDays(7));
        await team.OpenInstalledAsync(Ct);
        var lastWeeks = card.DeepClone().AsObject();
        lastWeeks["round"] = team.RoundId().Name.ToString();
        won.AddRange(await ReplayAsync(team, team.As(victim), team.CardOf(victim), lastWeeks, "last week's card, said to be this week's"));
        return won;
    }

    /// <summary>Votes with the recipe that was sent to the victim.</summary>
    private static async Task<IReadOnlyList<string>> ReplayRecipeAsync(World team, SimulatedPerson victim, IReadOnlyList<TeamsClient> thieves)
    {
        await team.AskForRecipeAsync(victim, Ct);
        var recipe = team.Teams.Inbox(victim)[^1];
        var vote = CardAction.AllOn(recipe.Card!.Value).First(action => action.Verb == RecipeVote.Verb).DataWith();
        foreach (var thief in thieves) await thief.InvokeAsync(recipe, RecipeVote.Verb, vote, Ct);
        return (await StorageDump.OfTablesAsync(team, Ct)).Of(team).Any(row => row.Table == Keys.Votes) ? ["Taken: a vote with somebody else's recipe."] : [];
    }

    private static async Task<IReadOnlyList<string>> ReplayAsync(World world, TeamsClient thief, ReceivedActivity on, JsonObject card, string what)
    {
        var before = (await world.AnswerRowsAsync(Ct)).Count;
        await thief.InvokeAsync(on, CheckInCard.Verb, card, Ct);
        await thief.InvokeAsync(on, AnswerDeletedCard.Verb, card, Ct);
        await thief.InvokeAsync(on, CheckInCard.Verb, card, Ct);
        return (await world.AnswerRowsAsync(Ct)).Count == before ? [] : [$"Taken: {what}."];
    }
}
