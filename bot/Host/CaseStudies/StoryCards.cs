using RetroBot.Cards;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>The card that a press leads to while a story is not complete.</summary>
internal static class StoryCards
{
    public static Card Of(Purpose purpose, StoryContext context) => purpose switch
    {
        Purpose.Incomplete(var entries) => new PurposeCard(context, entries),
        Purpose.Declined(var reason) => new DeclinedCard(reason, context.Team),
        Purpose.Accepted => new StoryFormCard(context),
        _ => throw new InvalidOperationException($"No rule for {purpose.GetType().Name}."),
    };

    public static StoryPreviewCard Preview(StoryAuthor author, StoryVerdict.Passed passed, StoryDraft draft) => new(
        author.Context, passed.Story, author.SignatureUnder(passed.Story), StoryTerms.Of(VerificationLadder.Reached(Support.None, StoryTerms.Of(passed.Story))), passed.LeftOut, draft.Text);

    /// <summary>Runs <paramref name="work"/> with a story that may be shown; else answers with what is wrong, everything typed on it.</summary>
    public static Task<Card> ForPassedAsync(CardData data, StoryAuthor author, Func<StoryVerdict.Passed, Task<Card>> work)
    {
        switch (StoryFormCard.Parse(data, author.Context))
        {
            case StorySubmission.Declined(var purpose):
                return Task.FromResult(Of(purpose, author.Context));
            case StorySubmission.Incomplete(var entries):
                return Task.FromResult<Card>(new StoryFormCard(author.Context, entries));
            case StorySubmission.Complete(var story):
                return StoryReview.Of(story, author.Terms) switch
                {
                    StoryVerdict.Passed passed => work(passed),
                    StoryVerdict.Refused(var problems) => Task.FromResult<Card>(new StoryFormCard(author.Context, StoryFormCard.EntriesOf(story, problems))),
                    var other => throw new InvalidOperationException($"No rule for {other.GetType().Name}."),
                };
            case var other:
                throw new InvalidOperationException($"No rule for {other.GetType().Name}.");
        }
    }
}
