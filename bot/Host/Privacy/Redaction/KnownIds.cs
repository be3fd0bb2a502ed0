using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// The ids of the tenant and of everyone on the roster, whole or as the name before a user principal name's @; account ids of the channel, whoever's they are; and every GUID: in a story it can only
/// be somebody's or something's id, and no reader needs it.
/// </summary>
internal sealed class KnownIds : IDetector
{
    private const int ShortestAccount = 5;

    private static readonly Regex Shape = new(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:29|28|19):[0-9a-z][0-9a-z_@.-]{14,}[0-9a-z_-]|8:(?:orgid|live|teamsvisitor):[0-9a-z_.-]*[0-9a-z_-]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Token = new(@"[a-zA-Z\u00C0-\u2DFF0-9_:.@+-]{3,256}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);

    public KnownIds(RedactionTerms terms)
    {
        foreach (var id in terms.RosterIds.Append(terms.Tenant.Value).Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => new Passage(TextCleaning.Clean(id.Trim())).Folded))
        {
            ids.Add(id);
            if (Guid.TryParse(id, out var guid)) ids.Add($"{guid:N}");
            if (id.IndexOf('@', StringComparison.Ordinal) is var at and >= ShortestAccount) ids.Add(id[..at]);
        }
    }

    public IEnumerable<Finding> FindIn(Passage passage) =>
    [
        .. Shape.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Identifier).Where(found => found.IsWholeIn(passage.Folded)),
        .. Token.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Identifier).Select(token => Known(passage.Folded, token)).OfType<Finding>(),
    ];

    private Finding? Known(string text, Finding token)
    {
        var known = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var whole = text.AsSpan(token.Start, token.End - token.Start);
        var trimmed = whole.Trim("_:.@+-");
        if (trimmed.IsEmpty) return null;
        var start = token.Start + whole.IndexOf(trimmed, StringComparison.Ordinal);
        return known.Contains(trimmed) ? new Finding(start, start + trimmed.Length, RedactionReason.Identifier) : null;
    }
}
