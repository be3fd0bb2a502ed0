using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>E-mail addresses in every script, also spelled out ("name (at) example.org", "name at example dot org") in the seven languages.</summary>
internal sealed class EmailAddresses : IDetector
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    private const string Domains = "com|org|net|edu|gov|int|info|biz|io|dev|app|ai|cloud|co|eu|de|at|ch|fr|be|es|mx|ar|cl|pe|pt|br|jp|uk|us|ca|au|nz|ie|it|nl|se|no|dk|fi|pl|eg|sa|ae|ma|dz|tn|jo|lb|kw|qa|local|test|example|invalid";
    private const string At = """(?: ?[\[({<] ?(?:at|@|ät|ätt|a|arroba|arobase|chez|アット|アットマーク|آت|at sign) ?[\])}>] ?| (?:at|ät|arroba|arobase|chez|آت) |アットマーク|@ | @ ?)""";
    private const string Dot = """(?: ?[\[({<] ?(?:dot|\.|punkt|point|punto|ponto|ドット|نقطة) ?[\])}>] ?| (?:dot|punkt|point|punto|ponto|نقطة) |ドット)""";

    /// <summary>Letters of the scripts that are written with spaces: in the others an address would begin anywhere.</summary>
    private const string Spaced = @"a-z\u00C0-\u2DFF";

    private static readonly Regex SpelledOut = new(
        $$"""[{{Spaced}}0-9][{{Spaced}}0-9._%+-]*(?:{{Dot}}[{{Spaced}}0-9_%+-]+)*(?:{{At}}(?:[{{Spaced}}0-9-]+{{Dot}})+(?:{{Domains}})|{{BracketedAt}}(?:[{{Spaced}}0-9-]+\.)+(?:{{Domains}}))""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const string BracketedAt = """(?: ?[\[({<] ?(?:at|@|ät|ätt|a|arroba|arobase|chez|アット|アットマーク|آت|at sign) ?[\])}>] ?|アットマーク|@ | @ ?)""";

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var text = passage.Folded;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
            if (Around(text, at) is { } address) yield return address;
        foreach (var spelled in SpelledOut.EnumerateMatches(text).ToFindings(RedactionReason.EmailAddress))
            if (spelled.IsWholeIn(text)) yield return spelled;
    }

    private static Finding? Around(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestLocal && IsLocal(text[start - 1])) start--;
        start = FromOneScript(text, start, at);
        while (start < at && text[start] is '.' or '\'' or '-' or '=' or '/' or '*' or '|' or '&' or '?' or '#' or '!') start++;

        var end = at + 1;
        while (end < text.Length && end - at < LongestDomain && IsDomain(text, end, at + 1)) end++;
        while (end > at + 1 && text[end - 1] is '.' or '-') end--;
        var domain = text.AsSpan(at + 1, end - at - 1);
        var top = domain[(domain.LastIndexOf('.') + 1)..];
        return start < at && !text.AsSpan(start, at - start).SequenceEqual("git") && top.Length is >= 2 and < 64 && top.Length < domain.Length && !top.ContainsAnyInRange('0', '9') ? new Finding(start, end, RedactionReason.EmailAddress) : null;
    }

    private static bool IsLocal(char letter) => Letters.IsSpaced(letter) || Letters.IsUnspaced(letter) || letter is '.' or '_' or '%' or '+' or '-' or '\'' or '!' or '#' or '$' or '&' or '*' or '/' or '=' or '?' or '^' or '{' or '|' or '}' or '~';

    /// <summary>A domain ends where another way of writing begins: "example.jpです" is "example.jp".</summary>
    private static bool IsDomain(string text, int place, int start) =>
        text[place] is '.' or '-' || ((Letters.IsSpaced(text[place]) || Letters.IsUnspaced(text[place])) && (place == start || text[place - 1] is '.' or '-' || Letters.IsUnspaced(text[place]) == Letters.IsUnspaced(text[place - 1])));

    /// <summary>In "メールはtaro@example.jp" the address begins with the t.</summary>
    private static int FromOneScript(string text, int start, int at)
    {
        var place = at;
        while (place > start && Letters.IsUnspaced(text[place - 1]) == Letters.IsUnspaced(text[at - 1])) place--;
        return place;
    }
}
