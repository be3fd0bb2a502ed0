namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Decides whether an ordinary word that is also a name is used as one. It is where it is capitalised in the middle of a sentence. It is not where it is in lower case, in capitals, or at the start
/// of a sentence.
/// </summary>
internal static class NameContext
{
    public static bool IsName(string text, NameWord word)
    {
        if (!char.IsUpper(text[word.Start])) return Letters.IsUnspaced(text[word.Start]) && text.AsSpan(word.End).StartsWith("さん");
        if (word.End - word.Start > 1 && !char.IsLower(text[word.Start + 1])) return false;
        var before = text.AsSpan(0, word.Start).TrimEnd(' ');
        return before.Length > 0 && before[^1] is not ('.' or '!' or '?' or ':' or '\n' or '"' or '(' or '-');
    }
}
