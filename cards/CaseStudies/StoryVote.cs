using AdaptiveCards;

namespace RetroBot.Cards.CaseStudies;

/// <summary>A press on one of the two buttons under a case study in the channel.</summary>
/// <param name="Round">Of the digest that carries it.</param>
public sealed record StoryVote(string Round, string Story, VoteChoice Choice)
{
    public const string Verb = "story.vote";

    private const string RoundId = "round";
    private const string StoryId = "story";
    private const string ChoiceId = "vote";
    private const int LongestPart = 100;

    /// <returns>Null when a part is missing or wrong.</returns>
    public static StoryVote? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return (data.Text(RoundId, LongestPart), data.Text(StoryId, LongestPart), data.Choice<VoteChoice>(ChoiceId)) is
            (Field<string>.Given(var round), Field<string>.Given(var story), Field<VoteChoice>.Given(var choice)) ? new StoryVote(round, story, choice) : null;
    }

    internal AdaptiveExecuteAction Button(Texts texts) => Elements.Button(
        texts, Choices.TextOf(texts, Choice), Verb, new Dictionary<string, string>(StringComparer.Ordinal) { [RoundId] = Round, [StoryId] = Story, [ChoiceId] = Choices.NameOf(Choice) });
}
