using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;

namespace RetroBot.Tests.Cards.Using;

/// <summary>Through telling a case study, and through what others do with it.</summary>
internal static class CaseStudyPaths
{
    private static readonly Texts Texts = Texts.ForCards(Languages.English.Culture);
    private static readonly DigestCard Digest = (DigestCard)CardGallery.Named("digest-stories");
    private static readonly Step Worked = new Step.Press(Choices.TextOf(Texts, VoteChoice.Worked));

    /// <summary>No more than what is required.</summary>
    private static readonly Step[] Told =
    [
        new Step.Press(Texts["Purpose.Button"]),
        new Step.Mark(Choices.TextOf(Texts, YesNoChoice.Yes)),
        new Step.Mark(Choices.TextOf(Texts, YesNoChoice.No), Question: 1),
        new Step.Press(Texts["Purpose.Continue"]),
        new Step.Type(Texts["Story.TitleLabel"], CardGallery.Story.Title),
        new Step.Choose(Texts["Story.Area"], Choices.TextOf(Texts, AreaChoice.FirstDrafts)),
        new Step.Tick(Choices.TextOf(Texts, ChangeChoice.LessTedious)),
        new Step.Type(Texts["Story.HowToTry"], CardGallery.Story.HowToTry),
        new Step.Press(Texts["Story.Preview"]),
        new Step.Press(Texts["Preview.Publish"]),
    ];

    public static IReadOnlyList<CardPath> All { get; } =
    [
        new("Share a case study, from the thanks for an answer", 11, CardGallery.Named("saved"), Told, Telling),
        new("Withdraw it", 2, CardGallery.Named("story-published"), [new Step.Press(Texts["Published.Withdraw"]), new Step.Press(Texts["Withdraw.Button"])], Withdrawing),
        new("Vote, under a digest of three", 2, Digest, [new Step.Press(Texts["DigestStories.Tried"]), Worked], Voting),
        new("Send me the recipe", 1, Digest, [new Step.Press(Texts["Recipe.Button"])], Voting),
        new("Vote, under a recipe", 1, CardGallery.Named("recipe"), [Worked], Voting),
    ];

    private static Card? Telling(string verb, CardData data) => verb switch
    {
        PurposeCard.OpenVerb => new PurposeCard(CardGallery.StoryOf),
        PurposeCard.Verb when PurposeCard.Parse(data) is Purpose.Accepted => new StoryFormCard(CardGallery.StoryOf),
        StoryFormCard.Verb when StoryFormCard.Parse(data, CardGallery.StoryOf) is StorySubmission.Complete(var story) =>
            new StoryPreviewCard(CardGallery.StoryOf, story, Signature: null, VerificationLevel.SelfReported, [], CardGallery.Draft),
        StoryPreviewCard.Verb when StoryFormCard.Parse(data, CardGallery.StoryOf) is StorySubmission.Complete => CardGallery.Named("story-published"),
        _ => null,
    };

    private static Card? Withdrawing(string verb, CardData data) => (verb, StoryTicket.Of(data)) switch
    {
        (WithdrawCard.OpenVerb, { } ticket) => new WithdrawCard(ticket),
        (PublishedCard.Verb, { } ticket) => new PublishedCard(ticket, IsKept: true),
        (WithdrawCard.Verb, not null) => CardGallery.Named("story-withdrawn"),
        _ => null,
    };

    private static Card? Voting(string verb, CardData data) => verb switch
    {
        DigestPress.Verb when DigestPress.Of(data) is { Tried: { } tried } => Digest with { Own = new OwnView(Notice: null, tried) },
        StoryVote.Verb when StoryVote.Of(data) is not null => Digest with { Own = new OwnView(StoryNotice.VoteKept) },
        StoryPress.RecipeVerb when StoryPress.Of(data) is not null => CardGallery.Named("recipe"),
        RecipeVote.Verb when RecipeVote.Of(data) is not null => CardGallery.Named("recipe-voted"),
        _ => null,
    };
}
