namespace RetroBot.Core.Digests;

/// <summary>The questions a digest reports on. Every share is of everyone who answered in the round. The values are stored: never renumbered.</summary>
public enum DigestQuestion
{
    Outcome = 1,

    /// <summary>Kinds of answer, never a sum or a mean of time.</summary>
    Time = 2,

    /// <summary>Any number of changes could be given, so that the shares do not add up to 100.</summary>
    Changes = 3,
    Confidence = 4,

    /// <summary>Which tool helped.</summary>
    Tools = 5,

    /// <summary>Optional, and asked every fourth round. A lower bound: who feels obliged may not say so.</summary>
    Obligation = 6,
}
