using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <param name="Until">The first day on which RetroBot asks again.</param>
public sealed record PausedCard(DateOnly Until) : NoticeCard
{
    public const string Verb = "people.pause";

    private protected override string Title(Texts texts) => texts["Paused.Title"];

    private protected override string Text(Texts texts) => texts.Format("Paused.Text", Until);

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts["Started.Button"], StartedCard.Verb)];
}
