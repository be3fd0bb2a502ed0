namespace RetroBot.Core.Rounds;

/// <summary>Why a team does without a tool, in words that several teams share. The values are stored: never renumbered.</summary>
public enum OptOutGround
{
    /// <summary>None of the others. Also what was left out before grounds were asked for.</summary>
    Other = 0,

    /// <summary>Rules, a contract or a customer forbid it.</summary>
    NotAllowed = 1,

    /// <summary>What the team works with may not go into it.</summary>
    DataProtection = 2,

    /// <summary>What it gives back is not good enough.</summary>
    Quality = 3,

    /// <summary>It takes more time than it saves.</summary>
    NoTimeSaved = 4,

    /// <summary>Too dear, or no licence.</summary>
    Cost = 5,

    /// <summary>It does not fit the work, or what the team works with.</summary>
    DoesNotFit = 6,

    /// <summary>Something else does it better.</summary>
    Replaced = 7,
}
