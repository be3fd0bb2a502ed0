using NodaTime;
using RetroBot.Core.Deliveries;

namespace RetroBot.Host.Deliveries;

/// <summary>Somebody who is to be sent a second card, if they have not answered by then.</summary>
/// <param name="Tries">How often Teams put the card off so far.</param>
/// <param name="At">Not before this; null where it was not put off.</param>
internal sealed record ClaimedLine(Delivery Line, SecondSend Reason, int Tries = 0, Instant? At = null)
{
    public bool IsDueAt(Instant now) => At is null || At <= now;
}
