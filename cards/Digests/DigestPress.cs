using AdaptiveCards;

namespace RetroBot.Cards.Digests;

/// <summary>Shows the presser a digest of the channel, as it is now.</summary>
/// <param name="Tried">The case study that is to ask them how it went; null for none.</param>
public sealed record DigestPress(string Round, string? Tried = null)
{
    public const string Verb = "digest.open";

    private const string RoundId = "round";
    private const string TriedId = "tried";
    private const int LongestPart = 100;

    /// <returns>Null when it names no round.</returns>
    public static DigestPress? Of(CardData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Text(RoundId, LongestPart) is Field<string>.Given(var round) ? new DigestPress(round, data.Text(TriedId, LongestPart) is Field<string>.Given(var tried) ? tried : null) : null;
    }

    internal AdaptiveExecuteAction Button(Texts texts)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { [RoundId] = Round };
        if (Tried is not null) data.Add(TriedId, Tried);
        return Elements.Button(texts, texts[Tried is null ? "DigestStories.Back" : "DigestStories.Tried"], Verb, data);
    }
}
