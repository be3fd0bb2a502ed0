using RetroBot.Cards;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;

namespace RetroBot.Tests.Cards.Using;

/// <summary>Through the forms of a lead.</summary>
internal static class LeadPaths
{
    private static readonly Texts Texts = Texts.ForCards(Languages.English.Culture);

    private static readonly Step[] Outcome =
    [
        new Step.Mark(Choices.TextOf(Texts, MetricChoice.CycleTime)),
        new Step.Type(Texts["TeamOutcome.Value"], "4.2"),
        new Step.Press(Texts["TeamOutcome.Save"]),
    ];

    private static readonly Step[] LeaveOut =
    [
        new Step.Choose(Texts["Tools.Tool"], "ChatGPT"),
        new Step.Choose(Texts["Tools.Ground"], Choices.TextOf(Texts, GroundChoice.Cost)),
        new Step.Type(Texts["Tools.Reason"], "The contract ends."),
        new Step.Type(Texts["Tools.Review"], "2027-02-01"),
        new Step.Press(Texts["Tools.Save"]),
    ];

    public static IReadOnlyList<CardPath> All { get; } =
    [
        new("Set up a team, as it is proposed", 1, CardGallery.Named("setup"), [new Step.Press(Texts["Setup.Save"])], Answer),
        new("Give the team's outcome", 3, CardGallery.Named("team-outcome"), Outcome, Answer),
        new("Leave out a tool", 7, CardGallery.Named("tools"), LeaveOut, Answer),
    ];

    private static Card? Answer(string verb, CardData data) => verb switch
    {
        SetupCard.Verb when SetupCard.Parse(data, CardGallery.SetupOf, CardGallery.Setup) is SetupSubmission.Complete => CardGallery.Named("setup-saved"),
        TeamOutcomeCard.Verb when TeamOutcomeCard.Parse(data) is TeamOutcomeSubmission.Complete(var tracked) => new TeamOutcomeKeptCard(new OutcomeShown(tracked, Before: null)),
        ToolsCard.Verb when ToolsCard.Parse(data, CardGallery.ToolsOf) is ToolsSubmission.Complete(var tool) => new ToolsCard(CardGallery.ToolsOf with { LeftOut = [tool] }),
        _ => null,
    };
}
