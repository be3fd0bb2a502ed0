using System.Text.Json;

namespace RetroBot.Simulation.Connector;

/// <summary>A call to the connector: what scripted faults choose by.</summary>
/// <param name="Person">Whose chat it concerns: the one member of a new conversation, or the other side of the chat; null in a channel.</param>
/// <param name="Body"><see cref="JsonValueKind.Undefined"/> when there is none.</param>
public sealed record ConnectorRequest(
    ConnectorOperation Operation,
    string Method,
    string Template,
    string? ConversationId,
    string? ActivityId,
    SimulatedPerson? Person,
    JsonElement Body)
{
    /// <summary>Whether it puts something new before somebody's eyes.</summary>
    public bool IsSend => Operation is ConnectorOperation.SendToConversation or ConnectorOperation.ReplyToActivity;

    public bool IsRosterRead => Operation is ConnectorOperation.GetPagedMembers or ConnectorOperation.GetMember;
}
