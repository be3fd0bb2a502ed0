namespace RetroBot.Host.Privacy.Redaction;

/// <summary>A word of a display name.</summary>
/// <param name="Keys">One, or more where a spelling can be read in more than one way.</param>
/// <param name="IsParticle">Whether it is a name only beside others: "van", "al-", "bin".</param>
internal sealed record NamePart(IReadOnlyList<string> Keys, bool IsParticle);
