namespace RetroBot.Cards.Diagnosis;

public enum CheckState
{
    Works,
    NeedsAttention,
    Fails,
}
