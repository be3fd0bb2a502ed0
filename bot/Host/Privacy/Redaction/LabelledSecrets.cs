using System.Buffers;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Values that follow a word such as "password" or "API key" in the seven languages: after a colon, an equals sign or a form of "to be". The label stays, the value goes. After "password" any word may be
/// one that nobody should see; after "key" or "token", which stories about AI are full of, only what looks generated.
/// </summary>
internal sealed class LabelledSecrets : IDetector
{
    /// <summary>Characters between a label and its sign: "password for the test account: …".</summary>
    private const int Farthest = 40;

    private const int LongestValue = 400;
    private const int LongestQuoted = 60;

    /// <summary>A longer label also ends a name: "dbPassword", "PGPASSWORD".</summary>
    private const int ShortestEnding = 6;

    private static readonly Regex PasswordLabel = Labels("passwords");
    private static readonly Regex KeyLabel = Labels("keys");

    private static readonly IReadOnlyList<string> VerbsOfBeing = WordList.Words("verbs-of-being");

    private static readonly SearchValues<char> Closing = SearchValues.Create(".,;)] \"'");
    private static readonly SearchValues<char> Signs = SearchValues.Create("!@#$%^&*+?~|\\");

    public IEnumerable<Finding> FindIn(Passage passage) =>
        [.. Values(passage.Folded, PasswordLabel, IsPassword), .. Values(passage.Folded, KeyLabel, IsKey)];

    private static IEnumerable<Finding> Values(string text, Regex labels, Func<LabelledValue, bool> isSecret) =>
        labels.EnumerateMatches(text).ToFindings(RedactionReason.Secret)
            .Where(label => !char.IsLetter(Letters.At(text, label.End)) || Letters.IsUnspaced(text[label.Start]))
            .Where(label => label.End - label.Start >= ShortestEnding || !Letters.IsSpaced(Letters.Before(text, label.Start)))
            .Select(label => ValueAfter(text, label.End)).OfType<(Finding Place, LabelledValue Value)>().Where(found => isSecret(found.Value)).Select(found => found.Place);

    private static (Finding Place, LabelledValue Value)? ValueAfter(string text, int label)
    {
        if (TieAfter(text, label) is not (var start, var tie, var isAttached)) return null;
        var (end, isQuoted) = (start, false);
        if (Letters.At(text, start) is '"' or '\'' && text.IndexOf(text[start], start + 1, Math.Min(LongestQuoted, text.Length - start - 1)) is var closing and > 0)
        {
            (start, end, isQuoted) = (start + 1, closing, true);
            while (start < end && text[start] is ' ') start++;
            while (end > start && text[end - 1] is ' ') end--;
            if (text.AsSpan(start, end - start).ContainsAny('\n', Passage.Barrier)) return null;
        }
        else
        {
            while (end < text.Length && end - start < LongestValue && text[end] is not (' ' or '\n' or '"' or '\'' or Passage.Barrier) && !(end > start && Letters.IsUnspaced(text[end]) && !Letters.IsUnspaced(text[end - 1]))) end++;
            while (end > start && text[end - 1] is '.' or ',' or ';' or '(' or ')' or ']' or ':' or '?' or '」' or '』' or '】') end--;
        }
        if (end <= start) return null;
        var rest = text.AsSpan(end, Math.Min(Farthest, text.Length - end));
        var isLast = rest.IndexOfAnyExcept(Closing) is var next && (next < 0 || rest[next] is '\n');
        return (new Finding(start, end, RedactionReason.Secret), new LabelledValue(text[start..end], tie, isAttached, isQuoted, isLast));
    }

    /// <summary>Where the value starts, what ties it to the label, and whether the tie follows the label at once.</summary>
    private static (int Start, Tie Tie, bool IsAttached)? TieAfter(string text, int label)
    {
        var next = label;
        while (Letters.At(text, next) is ' ') next++;
        if (next > label && (char.IsAsciiDigit(Letters.At(text, next)) || Letters.At(text, next) is '"' or '\'')) return (next, Tie.Space, IsAttached: true);

        for (var place = label; place < text.Length && place - label <= Farthest && text[place] is not ('\n' or Passage.Barrier or '.' or ';' or '?'); place++)
        {
            var sign = text[place] is ':' or '=';
            var length = sign ? 1 : VerbAt(text, place);
            if (length == 0) continue;
            var isAttached = text.AsSpan(label, place - label).IndexOfAnyExcept(Closing) < 0;
            place += length;
            while (Letters.At(text, place) is ' ' || (sign && Letters.At(text, place) is ':' or '=' or '>')) place++;
            return (place, sign ? Tie.Sign : Tie.Verb, isAttached);
        }
        return null;
    }

    /// <summary>Characters of the form of "to be" that stands here; 0 where none does.</summary>
    private static int VerbAt(string text, int place)
    {
        if (!Letters.IsUnspaced(text[place]) && Letters.IsSpaced(Letters.Before(text, place))) return 0;
        foreach (var verb in VerbsOfBeing)
            if (string.Compare(text, place, verb, 0, verb.Length, StringComparison.OrdinalIgnoreCase) == 0 && (Letters.IsUnspaced(verb[0]) || !Letters.IsSpaced(Letters.At(text, place + verb.Length)))) return verb.Length;
        return 0;
    }

    private static bool IsPassword(LabelledValue value)
    {
        var isMixed = value.Text.Any(char.IsLetter) && (value.Text.Any(char.IsAsciiDigit) || value.Text.AsSpan().ContainsAny(Signs));
        var isWord = !value.Text.Contains(' ', StringComparison.Ordinal);
        var isNumber = value.Text.Length is >= 4 and <= 8 && value.Text.All(char.IsAsciiDigit);
        return value switch
        {
            { Text.Length: < 4 } => false,
            { Tie: Tie.Sign, IsAttached: true } => isMixed || isNumber || value.IsQuoted || (value.IsLast && value.Text.All(letter => letter is > ' ' and <= '~')),
            { Tie: Tie.Sign } => isMixed && isWord && value.Text.Length >= 6,
            { Tie: Tie.Verb } => (isMixed && isWord && value.Text.Length >= 6) || value.IsQuoted || (isNumber && value.IsAttached),
            _ => isNumber || (isMixed && isWord && value.IsQuoted),
        };
    }

    private static bool IsKey(LabelledValue value) =>
        value.Text.All(char.IsAscii) && value.Text.Any(char.IsAsciiDigit) && value.Text.Any(char.IsAsciiLetter)
        && (Randomness.IsIn(value.Text) || (value is { Tie: Tie.Sign, IsAttached: true, Text.Length: >= 8 } && !value.Text.Contains('-', StringComparison.Ordinal)));

    private static Regex Labels(string name) => new(
        string.Join('|', WordList.Lines(name).OrderByDescending(label => label.Length).Select(Regex.Escape)), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What may be a secret, and how it stands to its label.</summary>
    /// <param name="IsLast">Whether nothing follows it in its line.</param>
    private readonly record struct LabelledValue(string Text, Tie Tie, bool IsAttached, bool IsQuoted, bool IsLast);

    private enum Tie
    {
        Space,
        Verb,
        Sign,
    }
}
