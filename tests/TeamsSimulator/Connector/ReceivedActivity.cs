using System.Text.Json;

namespace RetroBot.Simulation.Connector;

/// <summary>An activity as its reader has it now.</summary>
/// <param name="ConversationId">Where it stands; for a post in a channel, the thread: <c>19:…;messageid=…</c>.</param>
/// <param name="ReplyToId">Null unless it was sent as a reply.</param>
/// <param name="Content">The activity as the bot sent it last.</param>
/// <param name="Versions">1 for an activity that was never updated.</param>
/// <param name="IsDeleted">Gone from the reader's sight; <see cref="Content"/> is what it was.</param>
public sealed record ReceivedActivity(
    string Id, string ConversationId, string? ReplyToId, JsonElement Content, int Versions, bool IsDeleted)
{
    public string Type => Text("type") ?? "";

    public string? MessageText => Text("text");

    /// <summary>What a notification shows for a card.</summary>
    public string? Summary => Text("summary");

    public IReadOnlyList<JsonElement> Attachments =>
        Content.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array
            ? [.. attachments.EnumerateArray()]
            : [];

    /// <summary>The content of the first Adaptive Card attached; null when there is none.</summary>
    public JsonElement? Card
    {
        get
        {
            foreach (var attachment in Attachments)
            {
                if (attachment.GetProperty("contentType").ValueEquals("application/vnd.microsoft.card.adaptive"))
                    return attachment.GetProperty("content");
            }

            return null;
        }
    }

    private string? Text(string property) =>
        Content.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
