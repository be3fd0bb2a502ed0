using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>Whether a case study worked for whoever presses, under it in the channel.</summary>
public sealed record StoryVote(StoryPress On, VoteChoice Choice)
{
    public const string Verb = "story.vote";

    private const string ChoiceId = "vote";

    /// <returns>Null when a part is missing or wrong.</returns>
    public static StoryVote? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return StoryPress.Of(data) is { } on && ChoiceOf(data) is { } choice ? new StoryVote(on, choice) : null;
    }

    internal static VoteChoice? ChoiceOf(CardData data) => data.Choice<VoteChoice>(ChoiceId) is Field<VoteChoice>.Given(var choice) ? choice : null;

    internal static IEnumerable<AdaptiveExecuteAction> Buttons(Texts texts, StoryPress on) => Buttons(texts, Verb, on.Data());

    /// <summary>One for each choice.</summary>
    internal static IEnumerable<AdaptiveExecuteAction> Buttons(Texts texts, string verb, IReadOnlyDictionary<string, string> data) => Enum.GetValues<VoteChoice>().Select(choice =>
        Elements.Button(texts, Choices.TextOf(texts, choice), verb, new Dictionary<string, string>(data, StringComparer.Ordinal) { [ChoiceId] = Choices.NameOf(choice) }));
}
