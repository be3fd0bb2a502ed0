using RetroBot.Simulation.Connector;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Faults;

/// <summary>Which call of a round meets a fault.</summary>
public enum FaultedCall
{
    /// <summary>Of the card, into a chat that RetroBot knows.</summary>
    Send,

    /// <summary>Of the chat with somebody whom RetroBot has never written to.</summary>
    CreateConversation,

    RosterPage,
}

internal static class FaultedCalls
{
    /// <summary>Whether a request is this call of this team's round.</summary>
    public static bool Is(this FaultedCall call, ConnectorRequest request, World world) => call switch
    {
        FaultedCall.Send => request.IsSend && request.Person == world.Team.Members[FaultedRound.Person],
        FaultedCall.CreateConversation => request.Operation == ConnectorOperation.CreateConversation && request.Person == world.Team.Members[FaultedRound.Person],
        FaultedCall.RosterPage => request.Operation == ConnectorOperation.GetPagedMembers && string.Equals(request.ConversationId, world.Team.Id, StringComparison.Ordinal),
        _ => throw new InvalidOperationException("No such call."),
    };
}
