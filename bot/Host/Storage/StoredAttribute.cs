namespace RetroBot.Host.Storage;

/// <summary>Says what a column is for. Every column has one: from these, members and auditors are told what is stored.</summary>
/// <param name="purpose">As it stands in the document: what it is, and why it is needed.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StoredAttribute(Topic topic, string purpose) : Attribute
{
    public Topic Topic { get; } = topic;

    public string Purpose { get; } = purpose;

    /// <summary>Whether it is about one person.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Unless it goes before its row. What goes with a close, the end of voting or of sending is in no backup.</summary>
    public Until Until { get; init; }
}
