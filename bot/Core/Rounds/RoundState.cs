namespace RetroBot.Core.Rounds;

/// <summary>The life of a round, in order; it never goes back.</summary>
public enum RoundState
{
    /// <summary>Answers are taken.</summary>
    Open,

    /// <summary>No answer is taken any more; answers are being added up.</summary>
    Closing,

    /// <summary>The answers are added up, their key is destroyed, and the digest is fixed.</summary>
    Closed,

    /// <summary>The digest stands in the channel.</summary>
    Published,
}
