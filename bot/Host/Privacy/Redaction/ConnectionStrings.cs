using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Runs of settings that hold a credential ("Server=db1;User Id=x;Pwd=y"): whole, because server and account are nobody's business either.</summary>
internal sealed class ConnectionStrings : IDetector
{
    private const int LongestValue = 400;

    private static readonly Regex Credential = new(
        "(?:account ?key|shared ?access ?key|shared ?access ?signature|password|pwd|user id|uid|secret)[ ]?=[ ]?[^;\\s\uFFFC]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Names of settings are one word, or two that end so: "Initial Catalog".</summary>
    private static readonly HashSet<string> SecondWords = new(StringComparer.OrdinalIgnoreCase) { "id", "catalog", "source", "security", "timeout", "name", "key", "info", "size", "file" };

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var (text, end) = (passage.Folded, 0);
        foreach (var credential in Credential.EnumerateMatches(text).ToFindings(RedactionReason.Secret))
        {
            if (credential.Start < end) continue;
            var start = credential.Start;
            while (SettingBefore(text, start, end) is { } earlier) start = earlier;
            var before = Letters.Before(text, start);
            end = ValueEnd(text, credential.End);
            if (Semicolon(text, end, before) is { } semicolon && (start < credential.Start || SettingAfter(text, semicolon + 1, before) is not null)) end = semicolon;
            while (Letters.At(text, end) is ';' && SettingAfter(text, end + 1, before) is { } later) end = later;
            if (Letters.At(text, end) is ';') end++;
            if (text.AsSpan(start, end - start).Contains(';')) yield return new Finding(start, end, RedactionReason.Secret);
        }
    }

    /// <summary>Where the setting begins that ends in a semicolon before this place.</summary>
    private static int? SettingBefore(string text, int place, int limit)
    {
        var close = place - 1;
        while (close > limit && text[close] is ' ') close--;
        if (close <= limit || text[close] is not ';') return null;
        var equals = close - 1;
        while (equals > limit && close - equals < LongestValue && text[equals] is not (';' or '=' or '\n' or Passage.Barrier)) equals--;
        var start = WordStart(text, equals, limit);
        if (start == equals || text[equals] is not '=') return null;
        return start > limit && text[start - 1] is ' ' && SecondWords.Contains(text[start..equals]) && WordStart(text, start - 1, limit) is var first && first < start - 1 ? first : start;
    }

    /// <summary>Where the setting ends that begins at this place.</summary>
    private static int? SettingAfter(string text, int place, char before)
    {
        while (Letters.At(text, place) is ' ') place++;
        var equals = place;
        while (char.IsAsciiLetter(Letters.At(text, equals)) || Letters.At(text, equals) is '_' or ' ') equals++;
        if (equals == place || Letters.At(text, equals) is not '=') return null;
        var end = ValueEnd(text, equals + 1);
        return Semicolon(text, end, before) ?? end;
    }

    /// <summary>Where a value ends that has spaces or quotation marks in it; null when its line, or a quotation that opens before the run, ends first.</summary>
    private static int? Semicolon(string text, int place, char before)
    {
        for (var end = place; end < text.Length && end - place < LongestValue; end++)
        {
            if (text[end] is ';') return end;
            if (text[end] is '\n' or Passage.Barrier || (text[end] is '"' or '\'' && text[end] == before)) return null;
        }
        return null;
    }

    private static int ValueEnd(string text, int place)
    {
        while (place < text.Length && text[place] is not (';' or ' ' or '\n' or '"' or '\'' or Passage.Barrier)) place++;
        return place;
    }

    private static int WordStart(string text, int end, int limit)
    {
        while (end > limit && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] is '_')) end--;
        return end;
    }
}
