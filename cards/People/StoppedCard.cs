using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <param name="Ticket">Leads back to the question from which this was chosen; null where it was written.</param>
public sealed record StoppedCard(Ticket? Ticket = null) : NoticeCard
{
    public const string Verb = "people.stop";

    private protected override string Title(Texts texts) => texts["Stopped.Title"];

    private protected override string Text(Texts texts) => texts["Stopped.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => StartedCard.Buttons(texts, Ticket);
}
