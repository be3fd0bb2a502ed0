using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RetroBot.Core.People;
using RetroBot.Host.Privacy.Redaction;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>The snippets of one language and the roster they are about; en.txt says how a file is written.</summary>
internal sealed partial record Corpus(string Language, RedactionTerms Terms, IReadOnlyList<Snippet> Snippets)
{
    public static IReadOnlyList<Corpus> All { get; } = [.. Directory.GetFiles(Path.Combine(Root(), "tests/RetroBot.Tests/Privacy/Redaction/Corpus"), "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    private static Corpus Read(string path)
    {
        var language = Path.GetFileNameWithoutExtension(path);
        var lines = File.ReadAllLines(path);
        var terms = new RedactionTerms(new TenantId(After("tenant: ").Single()), [.. After("roster: ")], [.. After("id: ")]);
        return new Corpus(language, terms, [.. lines.Select((line, place) => (line, place)).Where(line => line.line.StartsWith("- ", StringComparison.Ordinal) || line.line.StartsWith("* ", StringComparison.Ordinal))
            .Select(line => Parse(language, line.place + 1, line.line[0] is '*', line.line[2..]))]);

        IEnumerable<string> After(string key) => lines.Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..].Trim());
    }

    private static Snippet Parse(string language, int line, bool heldOut, string text)
    {
        var (raw, clean, labels, at) = (new StringBuilder(), new StringBuilder(), new List<Place>(), 0);
        foreach (Match label in Label().Matches(text))
        {
            Take(text[at..label.Index]);
            var start = clean.Length;
            Take(label.Groups["text"].Value);
            labels.Add(new Place(ReasonOf(label.Groups["reason"].Value), start, clean.Length));
            at = label.Index + label.Length;
        }
        Take(text[at..]);
        return new Snippet(language, line, heldOut, raw.ToString(), clean.ToString(), labels);

        void Take(string escaped)
        {
            var part = Escape().Replace(escaped, Unescaped);
            raw.Append(part);
            clean.Append(TextCleaning.Clean(part));
        }
    }

    private static RedactionReason ReasonOf(string label) => label switch
    {
        "name" => RedactionReason.Name,
        "email" => RedactionReason.EmailAddress,
        "phone" => RedactionReason.PhoneNumber,
        "secret" => RedactionReason.Secret,
        "mention" => RedactionReason.Mention,
        "link" => RedactionReason.PrivateLink,
        _ => RedactionReason.Identifier,
    };

    private static string Unescaped(Match escape) => escape.Value switch
    {
        "\\n" => "\n",
        "\\-" => "",
        var code => $"{(char)int.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)}",
    };

    private static string Root() => Walls.Repository.Root;

    [GeneratedRegex(@"\{(?<reason>name|email|phone|secret|mention|link|id):(?<text>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\\(n|-|u[0-9A-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
