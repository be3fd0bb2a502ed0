using System.Text.Json.Nodes;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Client;

/// <summary>Teams' own card that asks whether a file may be saved.</summary>
public sealed record FileOffer(string Name, string Description, long SizeInBytes, JsonNode? AcceptContext, JsonNode? DeclineContext)
{
    private const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    /// <returns>Null where the activity carries none.</returns>
    public static FileOffer? Find(ReceivedActivity on)
    {
        ArgumentNullException.ThrowIfNull(on);
        foreach (var attachment in on.Attachments)
        {
            if (!attachment.GetProperty("contentType").ValueEquals(ContentType))
                continue;
            var content = attachment.GetProperty("content");
            return new FileOffer(
                attachment.GetProperty("name").GetString()!,
                content.GetProperty("description").GetString()!,
                content.GetProperty("sizeInBytes").GetInt64(),
                JsonNode.Parse(content.GetProperty("acceptContext").GetRawText()),
                JsonNode.Parse(content.GetProperty("declineContext").GetRawText()));
        }

        return null;
    }

    /// <exception cref="InvalidOperationException">The activity carries none.</exception>
    public static FileOffer On(ReceivedActivity activity) => Find(activity) ?? throw new InvalidOperationException("The activity offers no file.");
}
