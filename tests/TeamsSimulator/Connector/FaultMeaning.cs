namespace RetroBot.Simulation.Connector;

/// <summary>What a fault that is met once says of the call, whoever reads it.</summary>
public enum FaultMeaning
{
    /// <summary>Nothing happened, and the same call will be taken later.</summary>
    NotNow,

    /// <summary>What was asked for may have happened or not.</summary>
    Unknown,

    /// <summary>It happened: the status says so, whatever the body looks like.</summary>
    Happened,

    /// <summary>Nothing happened, and nothing will in this chat before the person wants it.</summary>
    NotThisPerson,

    /// <summary>Nothing happened: the chat is gone, and another one can be created.</summary>
    NotThisChat,

    /// <summary>Nothing happened, and nothing will for anybody before an administrator or the operator does something.</summary>
    NotThisBot,

    /// <summary>Nothing happened, and this call will never be taken.</summary>
    NotThisCall,
}
