namespace RetroBot.Core.Digests;

/// <summary>The questions a digest reports on. The values are stored: never renumbered.</summary>
public enum DigestQuestion
{
    /// <summary>Shares of all answers.</summary>
    Outcome = 1,

    /// <summary>Shares of those who used AI. Kinds of answer, never a sum or a mean of time.</summary>
    Time = 2,

    /// <summary>Each share is of those who used AI; any number of changes could be given, so that they do not add up to 100.</summary>
    Changes = 3,

    /// <summary>Shares of those who used AI.</summary>
    Confidence = 4,

    /// <summary>Shares of those whom AI helped.</summary>
    Tools = 5,

    /// <summary>Shares of those who answered this optional question, which is asked every fourth round. A lower bound: who feels obliged may not say so.</summary>
    Obligation = 6,
}
