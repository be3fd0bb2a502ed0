using System.Buffers;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Links that carry a credential or a token, that share a file, a meeting or a chat, or whose path holds a long random part. Plain public links stay, commits among them.
/// </summary>
internal sealed class PrivateLinks : IDetector
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \n<>\"'\uFFFC");

    private static readonly char[] ClosingPunctuation = ['.', ',', '(', ';', ':', '!', '?', '*', '_', ']', '}', '|', '。'];

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "sig", "token", "access_token", "id_token", "refresh_token", "auth", "authkey", "auth_token", "apikey", "api_key", "api-key", "subscription-key", "secret", "client_secret", "password", "passwd", "pwd",
        "signature", "x-amz-signature", "x-amz-credential", "x-amz-security-token", "x-goog-signature", "x-goog-credential", "jwt", "session", "sessionid", "sid", "ticket", "sharekey", "share_key", "resourcekey",
        "invite", "invitation", "otp", "nonce", "assertion", "samlresponse", "rtkey", "rlkey", "magic", "hmac",
    };

    /// <summary>Parameters that are harmless when short: a language, a page, a product.</summary>
    private static readonly HashSet<string> TellingWhenLong = new(StringComparer.OrdinalIgnoreCase) { "code", "key", "state", "share" };

    /// <summary>Hosts and the start of the path at which people share what is not public.</summary>
    private static readonly (string Host, string Path)[] Shares =
    [
        ("-my.sharepoint.com", "/"), ("sharepoint.com", "/:"), ("1drv.ms", "/"), ("onedrive.live.com", "/"), ("drive.google.com", "/"), ("docs.google.com", "/document/d/"), ("docs.google.com", "/spreadsheets/d/"),
        ("docs.google.com", "/presentation/d/"), ("docs.google.com", "/forms/d/"), ("dropbox.com", "/s"), ("box.com", "/s/"), ("we.tl", "/"), ("wetransfer.com", "/downloads/"), ("icloud.com", "/iclouddrive/"),
        ("teams.microsoft.com", "/l/"), ("teams.live.com", "/meet/"), ("zoom.us", "/j/"), ("meet.google.com", "/"), ("join.slack.com", "/"), ("hooks.slack.com", "/"), ("slack.com", "/archives/"), ("webhook.office.com", "/"),
        ("discord.gg", "/"), ("chat.whatsapp.com", "/"), ("wa.me", "/"), ("t.me", "/+"), ("loom.com", "/share/"), ("chatgpt.com", "/share/"), ("chatgpt.com", "/c/"), ("claude.ai", "/share/"), ("claude.ai", "/chat/"),
        ("figma.com", "/file/"), ("figma.com", "/design/"), ("miro.com", "/app/"), ("linkedin.com", "/in/"),
    ];

    public IEnumerable<Finding> FindIn(Passage passage)
    {
        var text = passage.Folded;
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Ends) is var length and >= 0 ? start + length : text.Length;
            if (LinkIn(text.AsSpan(start, end - start)) is { } offset)
            {
                var link = text[(start + offset)..end];
                var plain = Trimmed(UpToOtherScript(link));
                if (IsPrivate(plain)) yield return new Finding(start + offset, start + offset + plain.Length, RedactionReason.PrivateLink);
                else if (Trimmed(link) is var whole && whole.Length > plain.Length && IsPrivate(whole)) yield return new Finding(start + offset, start + offset + whole.Length, RedactionReason.PrivateLink);
            }
            start = end + 1;
        }
    }

    /// <summary>Where in a stretch without spaces a link begins: with its scheme, or with its host when a path follows.</summary>
    private static int? LinkIn(ReadOnlySpan<char> stretch)
    {
        var scheme = stretch.IndexOf("://");
        var end = scheme > 0 ? scheme : stretch.IndexOfAny('/', '?');
        if (end <= 0 || (scheme < 0 && !stretch[..end].Contains('.'))) return null;
        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(stretch[start - 1]) || stretch[start - 1] is '.' or '-' or '+')) start--;
        return start < end ? start : null;
    }

    private static bool IsPrivate(string link)
    {
        var rest = link.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? link[(scheme + 3)..] : link;
        var authorityEnds = rest.IndexOfAny(['/', '?', '#']) is var found and >= 0 ? found : rest.Length;
        var (authority, tail) = (rest[..authorityEnds], rest[authorityEnds..]);
        var user = authority.LastIndexOf('@');
        if (user > 0 && authority[..user] is not "git") return true;

        var parametersStart = tail.IndexOfAny(['?', '#']);
        var path = parametersStart < 0 ? tail : tail[..parametersStart];
        var host = authority[(user + 1)..];
        return (parametersStart >= 0 && tail[parametersStart..].Split(['?', '#', '&', ';']).Any(IsTelling))
            || Shares.Any(share => IsHost(host, share.Host) && path.Length > share.Path.Length && path.StartsWith(share.Path, StringComparison.OrdinalIgnoreCase))
            || HasRandomPart(path);
    }

    private static bool IsTelling(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return false;
        var (name, value) = (parameter[..equals], parameter[(equals + 1)..]);
        return value.Length > 0 && (Telling.Contains(name) || (TellingWhenLong.Contains(name) && value.Length >= 6 && value.Any(char.IsAsciiDigit)) || Randomness.IsIn(value));
    }

    private static bool IsHost(string host, string shared) =>
        host.EndsWith(shared, StringComparison.OrdinalIgnoreCase) && (host.Length == shared.Length || shared[0] is '-' || host[^(shared.Length + 1)] is '.');

    private static bool HasRandomPart(string path)
    {
        var parts = path.Split('/');
        return parts.Where((part, place) => !IsCommit(part, place > 0 ? parts[place - 1] : "")).SelectMany(part => part.Split('.', '_', '=', '~', ':')).Any(part => Randomness.IsIn(part) || IsGuid(part));
    }

    private static bool IsCommit(string part, string before) => before is "commit" or "commits" or "tree" or "blob" or "raw" or "compare" && part.All(char.IsAsciiHexDigitLower);

    private static bool IsGuid(string part) => Guid.TryParseExact(part, "D", out _);

    private static string UpToOtherScript(string link) => link.AsSpan().IndexOfAnyExceptInRange('!', '~') is var end and >= 0 ? link[..end] : link;

    private static string Trimmed(string link)
    {
        var trimmed = link.TrimEnd(ClosingPunctuation);
        return trimmed.EndsWith(')') && !trimmed.Contains('(', StringComparison.Ordinal) ? trimmed[..^1].TrimEnd(ClosingPunctuation) : trimmed;
    }
}
