using System.Buffers;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Values that follow a word such as "password", "API key" or "Bearer", in the seven languages, and connection strings. The label stays, the value goes.</summary>
internal sealed class LabelledSecrets : IDetector
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex PasswordLabel = new(
        "password|passphrase|passcode|passwd|\\bpwd|\\bpass|\\bpw|\\bpin(?: code)?|passwort|kennwort|zugangscode|mot de passe|\\bmdp|code d'acces|code d'accès|contrase(?:ñ|n)a|\\bclave|senha|palavra-passe|パスワード|パスコード|暗証番号|合言葉|كلمة المرور|كلمه المرور|كلمة السر|كلمه السر|الرقم السري|الرمز السري|رمز الدخول",
        Options);

    private static readonly Regex KeyLabel = new(
        "api[ _-]?keys?|access[ _-]?keys?|account[ _-]?key|shared[ _-]?key|secret[ _-]?keys?|client[ _-]?secret|app[ _-]?secret|private[ _-]?key|subscription[ _-]?key|\\bsecret|\\btokens?|api[ _-]?token|credentials?|signature|\\bsig|\\bauth|authorization|schlüssel|zugangsschlüssel|geheimnis|clé|clé d'api|jeton|clave|llave|token de acceso|chave|segredo|token de acesso|キー|トークン|シークレット|مفتاح|الرمز|رمز",
        Options);

    private static readonly Regex Scheme = new("""\bbearer +["']?[a-z0-9._~+/=-]{16,}|\bbasic +[a-z0-9+/]{8,}={0,2}|(?:-u|--user|--password)[ =]+["']?[^\s"'\uFFFC:]+:[^\s"'\uFFFC]+|https?_proxy=[^\s\uFFFC]+""", Options);

    private static readonly Regex Connection = new("""(?:[a-z][a-z ]{1,30}=[^;\n\uFFFC]{1,400};[ ]?)+(?:[a-z][a-z ]{1,30}=[^;\s\uFFFC]{1,400})?""", Options);

    private static readonly Regex Credential = new("\\b(?:account ?key|shared ?access ?key|shared ?access ?signature|password|pwd|user id|uid|secret)[ ]?=[ ]?[^;\\s\uFFFC]", Options);

    private static readonly SearchValues<char> Closing = SearchValues.Create(".,;)] \"'");
    private static readonly SearchValues<char> Signs = SearchValues.Create("!@#$%^&*+?~|\\");

    private static readonly string[] Links = ["is", "are", "was", "lautet", "ist", "war", "est", "était", "es", "era", "é", "は", "が", "هي", "هو", "كانت", "كان"];

    public IEnumerable<Finding> FindIn(Passage passage) =>
    [
        .. Connection.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Where(found => Credential.IsMatch(passage.Folded.AsSpan(found.Start, found.End - found.Start))).Select(found => Trimmed(passage.Folded, found)),
        .. Scheme.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Select(found => AfterScheme(passage.Folded, found)).OfType<Finding>(),
        .. PasswordLabel.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Select(label => Value(passage.Folded, label.End, IsPassword)).OfType<Finding>(),
        .. KeyLabel.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Select(label => Value(passage.Folded, label.End, IsKey)).OfType<Finding>(),
    ];

    /// <summary>The word after the label and a colon, an equals sign or a form of "to be".</summary>
    private static Finding? Value(string text, int labelEnd, Func<Labelled, bool> isSecret)
    {
        if (Separator(text, labelEnd) is not (var place, var direct, var attached)) return null;
        var quoted = place < text.Length && text[place] is '"' or '\'';
        if (quoted) place++;
        var end = place;
        while (end < text.Length && end - place < 400 && text[end] is not (' ' or '\n' or '"' or '\'' or Passage.Barrier) && !(Letters.IsUnspaced(text[end]) && end > place && !Letters.IsUnspaced(text[end - 1]))) end++;
        if (!quoted) while (end > place && text[end - 1] is '.' or ',' or ';' or ')' or ']' or ':') end--;
        if (end <= place) return null;
        var restOfLine = text.AsSpan(end, Math.Min(40, text.Length - end));
        var last = restOfLine.IndexOfAnyExcept(Closing) is var next && (next < 0 || restOfLine[next] is '\n');
        return isSecret(new Labelled(text[place..end], direct, attached, quoted, last)) ? new Finding(place, end, RedactionReason.Secret) : null;
    }

    /// <summary>Where the value starts; whether a sign stands before it; whether the sign follows the label at once.</summary>
    private static (int Place, bool Direct, bool Attached)? Separator(string text, int from)
    {
        const int farthest = 40;
        var place = from;
        while (place < text.Length && place - from < farthest && text[place] is not ('\n' or ':' or '=' or Passage.Barrier or '.' or ';')) place++;
        if (place < text.Length && text[place] is ':' or '=')
        {
            var attached = text.AsSpan(from, place - from).IndexOfAnyExcept(Closing) < 0;
            while (place < text.Length && text[place] is ':' or '=' or '>' or ' ') place++;
            return (place, Direct: true, attached);
        }
        place = from;
        while (place < text.Length && text[place] is ' ' or '"' or '\'') place++;
        var link = Links.Where(word => string.CompareOrdinal(text, place, word, 0, word.Length) == 0 && (Letters.IsUnspaced(word[0]) || !Letters.IsSpaced(Letters.At(text, place + word.Length)))).MaxBy(word => word.Length);
        if (link is null) return place > from ? (place, Direct: false, Attached: true) : null;
        place += link.Length;
        while (place < text.Length && text[place] is ' ') place++;
        return (place, Direct: false, Attached: false);
    }

    private static bool IsPassword(Labelled value)
    {
        var mixed = value.Text.Any(char.IsLetter) && (value.Text.Any(char.IsAsciiDigit) || value.Text.AsSpan().IndexOfAny(Signs) >= 0);
        return value switch
        {
            { Direct: true, Attached: true } => value.Text.Length >= 4 && (mixed || value.Quoted || value.Text.All(char.IsAsciiDigit) || (value.Last && value.Text.All(letter => letter is > ' ' and <= '~'))),
            { Direct: true } => mixed && value.Text.Length >= 6,
            { Attached: true } => value.Text.Length is >= 4 and <= 8 && value.Text.All(char.IsAsciiDigit) || (mixed && value.Text.Length >= 8),
            _ => (mixed && value.Text.Length >= 6) || (value.Quoted && value.Text.Length >= 4),
        };
    }

    private static bool IsKey(Labelled value) =>
        value.Text.All(char.IsAscii) && value.Text.Any(char.IsAsciiDigit) && value.Text.Any(char.IsAsciiLetter)
        && (Randomness.IsIn(value.Text) || (value is { Direct: true, Attached: true, Text.Length: >= 8 } && !value.Text.Contains('-', StringComparison.Ordinal)));

    private static Finding? AfterScheme(string text, Finding found)
    {
        var token = text.AsSpan(found.Start, found.End - found.Start);
        var start = token.LastIndexOfAny([' ', '"', '\'', '=']) is var last && token.TrimEnd('=') is var body && body.LastIndexOfAny([' ', '"', '\'', '=']) is var inner && inner >= 0 ? inner + 1 : last + 1;
        var value = token[start..];
        if (token.StartsWith("basic", StringComparison.OrdinalIgnoreCase) && !IsUserAndPassword(value)) return null;
        if (token.StartsWith("bearer", StringComparison.OrdinalIgnoreCase) && !value.ContainsAnyInRange('0', '9')) return null;
        return found with { Start = found.Start + start };
    }

    private static bool IsUserAndPassword(ReadOnlySpan<char> base64)
    {
        Span<byte> bytes = base64.Length <= 400 ? stackalloc byte[base64.Length] : new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var written) && bytes[..written].Contains((byte)':');
    }

    private static Finding Trimmed(string text, Finding found)
    {
        var end = found.End;
        while (text[end - 1] is ' ' or '.' or ',') end--;
        return found with { End = end };
    }

    private readonly record struct Labelled(string Text, bool Direct, bool Attached, bool Quoted, bool Last);
}
