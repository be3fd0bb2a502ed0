using System.Net;
using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A22. A teammate: double submit, races, after close. What must happen: one answer; an edit replaces; late is refused kindly.</summary>
public sealed class A22TwiceAtOnceAndLate(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int AtOnce = 20;

    public override Holding Holds => Holding.TeammatesAccount;

    [Fact]
    public Task One_person_has_one_answer_the_last_and_none_after_the_close() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(Enumerable.Repeat("nothingToReport", 4), Ct);
        var (mallory, card) = (team.Team.Members[5], team.CardOf(team.Team.Members[5]));
        var client = team.As(mallory);

        var same = client.Compose.CardInvoke(card, null, CheckInCard.Verb, World.OutcomeOn(card.Card!.Value, "notRelevant"));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => client.PostAsync(same.DeepClone().AsObject(), Ct)));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(press => World.ChooseAsync(client, card, press % 2 == 0 ? "notRelevant" : "nothingToReport", Ct)));
        await team.AnswerAsync(mallory, "rightlyNotUsed", Ct);
        var story = client.Compose.CardInvoke(card, null, StoryPreviewCard.Verb, Sharing.StoryOf(team, "Release notes"));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => client.PostAsync(story.DeepClone().AsObject(), Ct)));
        await team.CloseAsync(Ct);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(press => team.VoteAsync(mallory, press % 2 == 0 ? VoteChoice.Worked : VoteChoice.DidNotWork, Ct)));

        List<string> won = [];
        var tally = (await team.RoundAsync(Ct)).Tally!;
        if (tally.Answered != 5) won.Add($"Five people gave {tally.Answered} answers.");
        if (tally.Outcomes[Outcome.RightlyNotUsed] != 1 || tally.Outcomes[Outcome.NotRelevant] != 0) won.Add("An edit did not replace the answer before it.");
        var left = (await StorageDump.OfTablesAsync(team, Ct)).Of(team).ToList();
        if (left.Count(row => row.Row.ContainsKey("Title")) != 1) won.Add("One press on Publish, sent often, published more or less than once.");
        if (left.Count(row => row.Table == Keys.Votes) != 1) won.Add("One person does not have one vote.");
        won.AddRange(await LateAsync(team, mallory));
        return won;
    }

    private static async Task<IReadOnlyList<string>> LateAsync(World team, SimulatedPerson late)
    {
        var before = await StoredAsync(team);
        var refusal = await World.ChooseAsync(team.As(late), team.CardOf(late), "nothingToReport", Ct);

        List<string> won = [];
        if (await StoredAsync(team) != before) won.Add("A late answer changed what is stored.");
        if (refusal.Status != HttpStatusCode.OK || !refusal.Text.Contains("closed", StringComparison.OrdinalIgnoreCase)) won.Add("A late answer is not refused kindly.");
        return won;
    }

    private static async Task<string> StoredAsync(World team) => string.Join('\n', (await StorageDump.OfTablesAsync(team, Ct)).Of(team).SelectMany(row => row.Texts));
}
