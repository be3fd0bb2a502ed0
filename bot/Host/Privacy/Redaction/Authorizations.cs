using System.Buffers;
using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Credentials as programs send them: "Bearer …", "Basic …" when it holds a user and a password, "-u user:password".</summary>
internal sealed class Authorizations : IDetector
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Bearer = new("""bearer +["']?[a-z0-9._~+/=-]{16,}""", Options);
    private static readonly Regex Basic = new("basic +[a-z0-9+/]{8,}={0,2}", Options);
    private static readonly Regex Argument = new("""\B(?:-u|--user)[ =]+["']?[^\s"'\uFFFC:]+:/?[^\s"'\uFFFC/][^\s"'\uFFFC]*""", Options);

    /// <summary>"-u 1000:1000" is an account and a group of a container; a full stop may follow.</summary>
    private static readonly SearchValues<char> AccountAndGroup = SearchValues.Create("0123456789:.,;)");

    public IEnumerable<Finding> FindIn(Passage passage) =>
    [
        .. Values(Bearer, passage.Folded).Where(value => passage.Folded.AsSpan(value.Start, value.End - value.Start).ContainsAnyInRange('0', '9')),
        .. Values(Basic, passage.Folded).Where(value => IsUserAndPassword(passage.Folded.AsSpan(value.Start, value.End - value.Start))),
        .. Values(Argument, passage.Folded).Where(value => passage.Folded.AsSpan(value.Start, value.End - value.Start).ContainsAnyExcept(AccountAndGroup)),
    ];

    /// <summary>What follows the first space or equals sign, and a quotation mark.</summary>
    private static IEnumerable<Finding> Values(Regex shape, string text)
    {
        foreach (var found in shape.EnumerateMatches(text).ToFindings(RedactionReason.Secret))
        {
            var start = found.Start + text.AsSpan(found.Start, found.End - found.Start).IndexOfAny(' ', '=');
            while (text[start] is ' ' or '=' or '"' or '\'') start++;
            yield return found with { Start = start };
        }
    }

    private static bool IsUserAndPassword(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var written) && bytes.AsSpan(0, written).Contains((byte)':');
    }
}
