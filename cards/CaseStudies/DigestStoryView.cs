using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>The case studies of a digest, each with its buttons.</summary>
internal static class DigestStoryView
{
    /// <summary>What Teams' store allows on a card.</summary>
    private const int MostButtons = 6;

    private static readonly int WithVotesAndRecipe = Enum.GetValues<VoteChoice>().Length + 1;

    /// <param name="longest">Characters of each text.</param>
    /// <param name="tried">The case study that asks how it went; null for none.</param>
    public static AdaptiveContainer Draw(Texts texts, string round, IReadOnlyList<DigestStory> stories, bool withdrawn, int longest, string? tried)
    {
        var all = new AdaptiveContainer { Spacing = AdaptiveSpacing.Large, Items = [Elements.Subheading(texts["DigestStories.Title"])] };
        foreach (var story in stories)
        {
            var drawn = Elements.Box(AdaptiveSpacing.Small, [.. StoryView.Part(texts, story.Story, story.Signature, story.Level, longest), .. SupportView.Draw(texts, story)]);
            var asks = story.TakesVotes && story.Id == tried;
            if (asks) drawn.Items.Add(Elements.Paragraph(texts["DigestStories.HowDidItGo"]));
            drawn.Items.Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [.. Buttons(texts, new StoryPress(round, story.Id), story.TakesVotes, asks, isRoomy: stories.Count * WithVotesAndRecipe <= MostButtons)] });
            all.Items.Add(drawn);
        }

        if (withdrawn) all.Items.Add(Elements.Note(texts["DigestStories.Withdrawn"]));
        return all;
    }

    /// <summary>Where there is no room for all three, trying comes first and the votes behind it.</summary>
    private static IEnumerable<AdaptiveAction> Buttons(Texts texts, StoryPress on, bool takesVotes, bool asks, bool isRoomy) => (takesVotes, asks, isRoomy) switch
    {
        (false, _, _) => [on.RecipeButton(texts)],
        (_, true, _) => StoryVote.Buttons(texts, on),
        (_, _, true) => [.. StoryVote.Buttons(texts, on), on.RecipeButton(texts)],
        _ => [on.RecipeButton(texts), new DigestPress(on.Round, on.Story).Button(texts)],
    };
}
