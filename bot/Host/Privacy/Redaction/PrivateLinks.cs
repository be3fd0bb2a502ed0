using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>
/// Links that carry a credential or a token, that share a file, a meeting or a chat, or whose path holds a long random part. Plain public links stay, commits among them.
/// </summary>
internal sealed class PrivateLinks : IDetector
{
    private static readonly Regex Link = new("""(?:[a-z][a-z0-9+.-]{1,30}://|\bwww\.|\b[a-z0-9][a-z0-9.-]{0,80}\.[a-z]{2,12}[/?])[^\s<>"'\uFFFC]+""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly char[] ClosingPunctuation = ['.', ',', ';', ':', '!', '?', '*', '_', ']', '}', '|', '。'];

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "sig", "token", "access_token", "id_token", "refresh_token", "auth", "authkey", "auth_token", "apikey", "api_key", "api-key", "subscription-key", "secret", "client_secret", "password", "passwd", "pwd",
        "signature", "x-amz-signature", "x-amz-credential", "x-amz-security-token", "x-goog-signature", "x-goog-credential", "jwt", "session", "sessionid", "sid", "ticket", "sharekey", "share_key", "resourcekey",
        "invite", "invitation", "otp", "nonce", "assertion", "samlresponse", "rtkey", "rlkey", "magic", "hmac",
    };

    /// <summary>Parameters that are harmless when short: a language, a page, a product.</summary>
    private static readonly HashSet<string> TellingWhenLong = new(StringComparer.OrdinalIgnoreCase) { "code", "key", "k", "t", "s", "e", "h", "p", "id", "state", "share", "st", "tk", "d" };

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
        foreach (var match in Link.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.PrivateLink))
        {
            var link = passage.Folded[match.Start..match.End];
            var plain = Trimmed(UpToOtherScript(link));
            if (IsPrivate(plain)) yield return match with { End = match.Start + plain.Length };
            else if (Trimmed(link) is var whole && whole.Length > plain.Length && IsPrivate(whole)) yield return match with { End = match.Start + whole.Length };
        }
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
