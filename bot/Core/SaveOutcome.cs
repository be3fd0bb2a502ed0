namespace RetroBot.Core;

/// <summary>What became of a conditional write.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>Somebody else wrote first. Nothing was changed; read again and decide again.</summary>
    Conflict,
}
