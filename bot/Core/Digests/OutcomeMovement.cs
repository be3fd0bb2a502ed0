namespace RetroBot.Core.Digests;

/// <summary>How an outcome stands beside the one that was shown before.</summary>
public enum OutcomeMovement
{
    Better,
    Same,
    Worse,
}
