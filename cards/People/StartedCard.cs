using AdaptiveCards;
using RetroBot.Cards.CheckIns;

namespace RetroBot.Cards.People;

/// <param name="Ticket">Leads back to the question from which this was chosen; null where it was written.</param>
public sealed record StartedCard(Ticket? Ticket = null) : NoticeCard
{
    public const string Verb = "people.start";

    private protected override string Title(Texts texts) => texts["Started.Title"];

    private protected override string Text(Texts texts) => texts["Started.Text"];

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => Ticket is null ? [] : [CheckInCard.BackButton(texts, Ticket)];

    /// <summary>Takes back a pause or a stop.</summary>
    internal static IEnumerable<AdaptiveAction> Buttons(Texts texts, Ticket? ticket) => ticket is null
        ? [Elements.Button(texts, texts["Started.Button"], Verb)]
        : [Elements.Button(texts, texts["Started.Button"], Verb, ticket.Data()), CheckInCard.BackButton(texts, ticket)];
}
