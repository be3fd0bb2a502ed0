namespace RetroBot.Cards.Digests;

/// <summary>How an outcome stands beside the one before.</summary>
public enum OutcomeMove
{
    Better,
    Same,
    Worse,
}
