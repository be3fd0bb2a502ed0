using AdaptiveCards;
using RetroBot.Cards.Digests;

namespace RetroBot.Cards.CaseStudies;

/// <summary>The case studies of a digest, each with its two buttons.</summary>
internal static class DigestStoryView
{
    /// <param name="longest">Characters of each text.</param>
    public static AdaptiveContainer Draw(Texts texts, string round, IReadOnlyList<DigestStory> stories, bool withdrawn, int longest)
    {
        var all = new AdaptiveContainer { Spacing = AdaptiveSpacing.Large, Items = [Elements.Subheading(texts["DigestStories.Title"])] };
        foreach (var story in stories) all.Items.Add(Draw(texts, round, story, longest));
        if (withdrawn) all.Items.Add(Elements.Note(texts["DigestStories.Withdrawn"]));
        return all;
    }

    private static AdaptiveContainer Draw(Texts texts, string round, DigestStory story, int longest)
    {
        var drawn = Elements.Box(AdaptiveSpacing.Small, StoryView.Part(texts, story.Story, story.Signature, longest));
        if (story.Worked is { } worked) drawn.Items.Add(Elements.Note(Counted(texts, "Support.Worked", worked)));
        if (story.DidNotWork is { } didNotWork) drawn.Items.Add(Elements.Note(Counted(texts, "Support.DidNotWork", didNotWork)));
        if (story.TakesVotes)
            drawn.Items.Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [.. Enum.GetValues<VoteChoice>().Select(choice => new StoryVote(round, story.Id, choice).Button(texts))] });
        return drawn;
    }

    private static string Counted(Texts texts, string key, DigestCard.Band band) =>
        texts.Count(key, band.To ?? band.From, band.To is { } to ? texts.Format("Support.Band", band.From, to) : texts.Format("Support.BandAndMore", band.From));
}
