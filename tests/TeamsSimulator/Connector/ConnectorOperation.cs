namespace RetroBot.Simulation.Connector;

/// <summary>The operations of the Bot Connector API that are simulated.</summary>
public enum ConnectorOperation
{
    CreateConversation,
    SendToConversation,
    ReplyToActivity,
    UpdateActivity,
    DeleteActivity,
    GetPagedMembers,
    GetMember,
    GetTeam,
    GetChannels,
}
