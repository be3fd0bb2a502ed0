using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A23. A teammate: refreshes a card to read another's draft. What must happen: generic card.</summary>
public sealed partial class A23AnothersDraft(SavingStorageEmulator emulator) : Attack(emulator)
{
    /// <summary>Buttons and refreshes of the check-in and of case studies; none of them changes what another refresh would show.</summary>
    private static readonly string[] Verbs =
    [
        CheckInCard.OpenVerb, CheckInDetailsCard.Verb, WhyAskedCard.Verb, SkippedCard.Verb,
        PurposeCard.OpenVerb, PurposeCard.Verb, StoryFormCard.Verb, StoryFormCard.EditVerb, StoryPreviewCard.Verb, DiscardedCard.Verb, PublishedCard.Verb, WithdrawCard.OpenVerb, WithdrawCard.Verb,
    ];

    public override Holding Holds => Holding.TeammatesAccount;

    [Fact]
    public Task Whatever_another_has_typed_or_answered_a_refresh_shows_the_same_card() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 6);
        await team.OpenAsync(Ct);
        var (drafting, answered, silent, mallory) = (team.Team.Members[1], team.Team.Members[2], team.Team.Members[3], team.As(team.Team.Members[4]));
        await DraftAsync(team, drafting);
        var writing = team.Team.Members[5];
        await new Author(team, writing).PreviewAsync();
        await team.AnswerAsync(answered, "helped", Ct);

        List<string> won = [];
        foreach (var verb in Verbs)
        {
            var unread = await RefreshAsync(team, mallory, silent, verb);
            if (await RefreshAsync(team, mallory, drafting, verb) != unread) won.Add($"By {verb}, a teammate reads another's draft.");
            if (await RefreshAsync(team, mallory, writing, verb) != unread) won.Add($"By {verb}, a teammate reads what another writes.");
            if (await RefreshAsync(team, mallory, answered, verb) != unread) won.Add($"By {verb}, a teammate sees that another has answered.");
        }
        return won;
    }

    /// <summary>Fills in the second step, all but one field: the card that comes back keeps what was typed.</summary>
    private static async Task DraftAsync(World team, SimulatedPerson person)
    {
        var card = team.CardOf(person);
        var step2 = await World.ChooseAsync(team.As(person), card, "helped", Ct);
        var data = CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(World.Details);
        data.Remove("confidence");
        var draft = await team.As(person).InvokeAsync(card, CheckInDetailsCard.Verb, data, Ct);
        Assert.Contains($"\"value\":\"{World.Details["time"]}\"", draft.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>What a client sends by itself when a card is looked at, with another's card in the message.</summary>
    private static async Task<string> RefreshAsync(World team, TeamsClient mallory, SimulatedPerson of, string verb)
    {
        var data = World.OutcomeOn(team.CardOf(of).Card!.Value, "helped");
        (data["forWork"], data["forShow"]) = ("yes", "no");
        var refresh = mallory.Compose.CardInvoke(team.CardOf(of), null, verb, data);
        refresh["value"]!["trigger"] = "automatic";
        return Codes().Replace((await mallory.PostAsync(refresh, Ct)).Text, "a code");
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Codes();
}
