using AdaptiveCards;

namespace RetroBot.Cards.People;

/// <param name="Until">The first day on which RetroBot asks again, from its first minute anywhere.</param>
/// <param name="Ticket">Leads back to the question from which this was chosen; null where it was written.</param>
public sealed record PausedCard(DateOnly Until, Ticket? Ticket = null) : NoticeCard
{
    public const string Verb = "people.pause";

    private protected override string Title(Texts texts) => texts["Paused.Title"];

    private protected override string Text(Texts texts) => texts.Format("Paused.Text", Until);

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => StartedCard.Buttons(texts, Ticket);
}
