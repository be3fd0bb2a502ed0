using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Asks a person whether a file may be saved for them.</summary>
public class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public FileConsentCard()
    {
    }

    public FileConsentCard(string description = default, long? sizeInBytes = default, object acceptContext = default, object declineContext = default)
    {
        Description = description;
        SizeInBytes = sizeInBytes;
        AcceptContext = acceptContext;
        DeclineContext = declineContext;
    }

    [JsonProperty(PropertyName = "description")]
    public string Description { get; set; }

    [JsonProperty(PropertyName = "sizeInBytes")]
    public long? SizeInBytes { get; set; }

    /// <summary>Comes back with the answer, where the person accepts.</summary>
    [JsonProperty(PropertyName = "acceptContext")]
    public object AcceptContext { get; set; }

    /// <summary>Comes back with the answer, where the person declines.</summary>
    [JsonProperty(PropertyName = "declineContext")]
    public object DeclineContext { get; set; }
}
