using AdaptiveCards;

namespace RetroBot.Cards.People;

public sealed record StoppedCard : NoticeCard
{
    public const string Verb = "people.stop";

    private protected override string Title(Texts texts) => texts["Stopped.Title"];

    private protected override string Text(Texts texts) => texts["Stopped.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [Elements.Button(texts["Started.Button"], StartedCard.Verb)];
}
