namespace RetroBot.Host.Teams;

/// <summary>What a refusal of the channel's means for what was asked of it.</summary>
internal enum SendMeaning
{
    /// <summary>It has not happened; the channel asks for patience.</summary>
    TryLater,

    /// <summary>It may have happened. What can be repeated is; a send is not.</summary>
    Ambiguous,
    Blocked,
    NotInstalled,

    /// <summary>The channel does not know the person.</summary>
    Unreachable,

    /// <summary>The channel refuses, and says nothing that is documented.</summary>
    Unexplained,

    /// <summary>The chat is not there any more; a new one can be made.</summary>
    ChatGone,

    /// <summary>Nothing can be sent to anybody of the tenant until its administrator allows it.</summary>
    DisabledByAdmin,

    /// <summary>Nothing can be sent to anybody until the operator mends the bot's registration.</summary>
    NotRegistered,

    /// <summary>A defect of RetroBot's: the card is too big.</summary>
    TooBig,
}
