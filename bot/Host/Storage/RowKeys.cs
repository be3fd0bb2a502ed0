namespace RetroBot.Host.Storage;

/// <summary>How rows of one kind are named.</summary>
/// <param name="Pattern">The row key, or its beginning where it ends with a bar; empty where the kind has its table for itself.</param>
/// <param name="Purpose">What the partition key and the row key say, as it stands in the document.</param>
/// <param name="ArePersonal">Whether they say who it is about.</param>
internal sealed record RowKeys(string Pattern, Topic Topic, string Purpose, bool ArePersonal = false)
{
    public bool Match(string rowKey) => Pattern is "" || Pattern == rowKey || (Pattern.EndsWith('|') && rowKey.StartsWith(Pattern, StringComparison.Ordinal));
}
