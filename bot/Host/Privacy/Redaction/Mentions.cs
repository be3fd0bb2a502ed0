using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Who is addressed with an @: Teams' own <c>&lt;at&gt;</c>, "@[Name](id)" and "@Name". Annotations and packages of program code ("@Override", "@types/node") are not people.</summary>
internal sealed class Mentions : IDetector
{
    private const int LongestHandle = 64;

    private static readonly Regex Element = new("(?:<|&lt;)at[^<>\\n\uFFFC]{0,80}?(?:>|&gt;)[^<\\n\uFFFC]{0,200}(?:<|&lt;)/at(?:>|&gt;)|@\\[[^\\]\\n\uFFFC]{1,100}\\](?:\\([^)\\n\uFFFC]{0,100}\\))?|@\"[^\"\\n\uFFFC]{1,100}\"", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly HashSet<string> Annotations = new(StringComparer.OrdinalIgnoreCase)
    {
        "override", "deprecated", "test", "before", "after", "media", "import", "param", "params", "return", "returns", "throws", "see", "since", "version", "todo", "interface", "component", "injectable", "input", "output",
        "autowired", "entity", "service", "controller", "getmapping", "postmapping", "property", "staticmethod", "classmethod", "dataclass", "pytest", "fixture", "inheritdoc", "type", "typedef", "example", "echo", "font-face", "keyframes",
        "suppresswarnings", "nullable", "nonnull", "bean", "configuration", "transactional", "valid", "data", "getter", "setter", "builder", "mock", "beforeeach", "aftereach", "parameterizedtest", "ts-ignore", "tailwind", "apply", "latest", "next",
    };

    public IEnumerable<Finding> FindIn(Passage passage) =>
        [.. Element.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Mention), .. Handles(passage.Folded)];

    private static IEnumerable<Finding> Handles(string text)
    {
        var last = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if ((Letters.IsSpaced(Letters.Before(text, at)) && !Letters.IsArabic(Letters.Before(text, at)) && at != last) || Letters.Before(text, at) is '.' or '_' or '/' or '@' || !char.IsLetter(Letters.At(text, at + 1))) continue;
            var end = at + 1;
            while (end < text.Length && end - at < LongestHandle && Continues(text, at + 1, end)) end++;
            while (text[end - 1] is '.' or '-' or '_') end--;
            if (Letters.At(text, end) is '/' or '(' or '{' || Annotations.Contains(text[(at + 1)..end])) continue;
            last = end;
            yield return new Finding(at, end, RedactionReason.Mention);
        }
    }

    private static bool Continues(string text, int start, int place) =>
        Letters.IsUnspaced(text[start]) ? Letters.IsUnspaced(text[place]) && text[place] is < '\u3040' or > '\u309F' : Letters.IsSpaced(text[place]) || text[place] is '.' or '-' or '_';
}
