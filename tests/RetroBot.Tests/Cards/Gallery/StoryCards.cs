using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Digests;
using RetroBot.Cards.Rounds;
using static RetroBot.Tests.Cards.CardGallery;

namespace RetroBot.Tests.Cards.Gallery;

/// <summary>Of the gallery: a case study's life, and its recipe.</summary>
internal static class StoryCards
{
    public static IEnumerable<(string Name, Card Card)> All =>
    [
        ("story-purpose", new PurposeCard(StoryOf)),
        ("story-purpose-errors", PurposeCard.Parse(new CardData(Json("""{"forWork":"yes"}"""))) is Purpose.Incomplete(var missing) ? new PurposeCard(StoryOf, missing) : throw new InvalidOperationException("One answer is missing.")),
        .. Enum.GetValues<DeclineReason>().Select(reason => ($"story-declined-{reason}", (Card)new DeclinedCard(reason, StoryOf.Team))),
        ("story-form", new StoryFormCard(StoryOf)),
        ("story-form-no-tools", new StoryFormCard(StoryOf with { Tools = [] })),
        ("story-form-errors", AgainStory("""{"forWork":"yes","forShow":"no","title":"Release notes from merged tickets","aiRole":"Drafted them","evidence":"http://wiki/notes","withName":"true","tool":"Abacus"}""")),
        ("story-form-filled", new StoryFormCard(StoryOf, StoryFormCard.EntriesOf(Story, StoryProblem.Evidence))),
        ("story-preview", new StoryPreviewCard(StoryOf, Story, Signature: null, VerificationLevel.AuthorChecked, [], Draft)),
        ("story-preview-signed-and-redacted", new StoryPreviewCard(StoryOf, Story with { HowToTry = "Ask […] for the prompt, or write to […]. Paste the tickets and ask for one line each.", WithName = true, Confidence = ConfidenceChoice.Measured }, "Ana Lopez", VerificationLevel.AuthorChecked,
            [new(LeftOutReason.EmailAddress, "bo.chen@contoso.com"), new(LeftOutReason.Name, "Bo Chen"), new(LeftOutReason.Name, "Chidi")], Draft)),
        ("story-preview-hostile", new StoryPreviewCard(StoryOf with { TeamName = Hostile }, HostileStory, Hostile, VerificationLevel.SelfReported, [new(LeftOutReason.Secret, Hostile)], Draft)),
        ("story-discarded", new DiscardedCard(StoryOf.Team)),
        ("story-published", new PublishedCard(StoryTicket)),
        ("story-kept", new PublishedCard(StoryTicket, IsKept: true)),
        ("story-published-hostile", new PublishedCard(StoryTicket with { Title = Hostile })),
        ("story-withdraw", new WithdrawCard(StoryTicket)),
        ("story-withdrawn", new WithdrawnCard()),
        ("recipe", new RecipeCard(RecipeOf(Stories[0]), RecipeTicket)),
        ("recipe-voted", new RecipeCard(RecipeOf(Stories[0]), RecipeTicket, StoryNotice.VoteKept)),
        ("recipe-voting-ended", new RecipeCard(RecipeOf(Stories[1] with { TakesVotes = false }), RecipeTicket, StoryNotice.VotingEnded)),
        ("recipe-brief", new RecipeCard(RecipeOf(AsPosted(Stories[2] with { TakesVotes = false, Story = Brief })), Ticket: null)),
        ("recipe-hostile", new RecipeCard(RecipeOf(Stories[0] with { Story = HostileStory, Signature = Hostile }) with { TeamName = Hostile }, RecipeTicket)),
        ("recipe-gone", new RecipeGoneCard()),
        .. Enum.GetValues<NotSent>().Select(why => ($"recipe-not-sent-{why}", (Card)new RecipeHereCard(RecipeOf(Stories[0]), why))),
        ("story-nothing-to-withdraw", new NothingToWithdrawCard()),
    ];

    private static readonly StoryTicket StoryTicket = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", "00112233445566778899aabbccddeeff", Draft, Story.Title);

    /// <summary>What an author writes who fills in what is required.</summary>
    private static WrittenStory Brief => Story with { UsualWay = null, AiRole = null, HumanCheck = null, NotWhen = null, Tool = null, Discovery = null, Evidence = null, Confidence = null };

    private static RecipeTicket RecipeTicket { get; } = new("19:4f2a7f0c9d8e4b1f8f5a1c0d7e6b5a49@thread.tacv2", new StoryPress("2026-W47", "00112233445566778899aabbccddeeff"), "8c1f0d2e3b4a59687786950a1b2c3d4e");

    private static SharedRecipe RecipeOf(DigestStory story) => new("Platform team", "2026-W47", Monday, story);

    private static StoryFormCard AgainStory(string json) =>
        StoryFormCard.Parse(new CardData(Json(json)), StoryOf) is StorySubmission.Incomplete(var entries)
            ? new StoryFormCard(StoryOf, entries)
            : throw new InvalidOperationException("The gallery shows a form with errors.");
}
