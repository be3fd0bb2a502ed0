using AdaptiveCards;

namespace RetroBot.Cards.Diagnosis;

/// <summary>What became of a test card.</summary>
/// <param name="Why">Why it did not come, or perhaps not; null where Teams took it.</param>
public sealed record TestSentCard(NotSent? Why) : NoticeCard
{
    public const string Verb = "diagnose.test";

    private protected override string Title(Texts texts) => texts[Why switch
    {
        null => "TestSent.Title",
        NotSent.Unconfirmed => "TestSent.UnconfirmedTitle",
        _ => "TestSent.NotSentTitle",
    }];

    private protected override string Text(Texts texts) => Why is { } why ? Choices.TextOf(texts, why) : texts["TestSent.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts, texts["TestSent.Again"], Verb), DiagnosisCard.BackButton(texts)];
}
