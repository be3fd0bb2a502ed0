using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Secrets that are known by their own shape, wherever they stand.</summary>
internal sealed class KnownSecrets : IDetector
{
    private static readonly string[] Shapes =
    [
        "(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}", // Amazon
        "AIza[0-9A-Za-z_-]{30,}", "ya29\\.[0-9A-Za-z_-]{20,}", "GOCSPX-[0-9A-Za-z_-]{20,}", // Google
        "gh[pousr]_[0-9A-Za-z]{20,}", "github_pat_[0-9A-Za-z_]{20,}", "gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[0-9A-Za-z_-]{16,}", // code hosts
        "xox[abeoprs]-[0-9A-Za-z-]{10,}", "xapp-[0-9A-Za-z-]{10,}", "[0-9]{8,10}:AA[0-9A-Za-z_-]{30,}", "[MNO][0-9A-Za-z_-]{23,27}\\.[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{27,}", // chat services
        "sk-[0-9A-Za-z_-]{16,}", "hf_[0-9A-Za-z]{20,}", "gsk_[0-9A-Za-z]{20,}", "pplx-[0-9A-Za-z]{20,}", "r8_[0-9A-Za-z]{20,}", "xai-[0-9A-Za-z]{20,}", // model providers
        "[spr]k_(?:live|test)_[0-9A-Za-z]{10,}", "whsec_[0-9A-Za-z+/=]{16,}", "SG\\.[0-9A-Za-z_-]{16,}\\.[0-9A-Za-z_-]{16,}", "(?:AC|SK)[0-9a-f]{32}", "key-[0-9a-f]{32}", // payments and mail
        "npm_[0-9A-Za-z]{20,}", "pypi-[0-9A-Za-z_-]{20,}", "dckr_pat_[0-9A-Za-z_-]{16,}", "oy2[0-9a-z]{43}", "rubygems_[0-9a-f]{32,}", // package registries
        "do[opr]_v1_[0-9a-f]{32,}", "dapi[0-9a-f]{32}", "ATATT3[0-9A-Za-z_=-]{20,}", "lin_api_[0-9A-Za-z]{20,}", "ntn_[0-9A-Za-z]{20,}", "secret_[0-9A-Za-z]{30,}", "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{20,}",
        "PMAK-[0-9a-f-]{20,}", "NRAK-[0-9A-Z]{20,}", "gl(?:sa|c)_[0-9A-Za-z_]{20,}", "hv[sb]\\.[0-9A-Za-z_-]{20,}", "AGE-SECRET-KEY-1[0-9A-Z]{40,}", "fig[du]_[0-9A-Za-z_-]{20,}", "pat[0-9A-Za-z]{14}\\.[0-9a-f]{32,}",
        "sntry[su]_[0-9A-Za-z_=+/-]{20,}", "dp\\.[a-z]{2,10}\\.[0-9A-Za-z]{20,}", "tfp_[0-9A-Za-z_-]{20,}", "sq0[a-z]{3}-[0-9A-Za-z_-]{20,}", "EAA[0-9A-Za-z]{40,}", "phc_[0-9A-Za-z]{20,}", "NSEC1[0-9A-Z]{40,}",
        "[0-9A-Za-z_~.-]{3}[78]Q~[0-9A-Za-z_~.-]{31,34}", // an Entra application's secret
        "eyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]{4,}(?:\\.{1,2}[0-9A-Za-z_-]+){0,3}", // JSON web tokens
        "ssh-(?:rsa|dss|ed25519) AAAA[0-9A-Za-z+/=]{20,}", "\\$2[aby]\\$[0-9]{2}\\$[0-9A-Za-z./]{40,}",
    ];

    private static readonly Regex Shape = new(string.Join('|', Shapes), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Candidate = new("[0-9A-Za-z+/_-]{40,}={0,2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Characters: lines of armour have 64, but for the last.</summary>
    private const int ShortestLine = 16;

    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    public IEnumerable<Finding> FindIn(Passage passage) =>
    [
        .. Shape.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Where(found => found.IsWholeIn(passage.Folded)),
        .. Candidate.EnumerateMatches(passage.Folded).ToFindings(RedactionReason.Secret).Where(candidate => IsGenerated(passage.Folded, candidate)),
        .. Armoured(passage.Folded),
    ];

    /// <summary>40 characters or more of all three kinds, well mixed; not a path, and not the checksum of a package.</summary>
    private static bool IsGenerated(string text, Finding candidate)
    {
        var token = text.AsSpan(candidate.Start, candidate.End - candidate.Start);
        return token.ContainsAnyInRange('0', '9') && token.ContainsAnyInRange('a', 'z') && token.ContainsAnyInRange('A', 'Z') && !token.StartsWith("sha", StringComparison.Ordinal)
            && Letters.Before(text, candidate.Start) is not ('/' or '.') && Randomness.IsIn(token);
    }

    /// <summary>PEM blocks; one without an end goes on as long as there are words that can be Base64. Without any it is only talked about.</summary>
    private static IEnumerable<Finding> Armoured(string text)
    {
        var lastEnd = text.LastIndexOf(End, StringComparison.Ordinal);
        for (var start = text.IndexOf(Begin, StringComparison.Ordinal); start >= 0;)
        {
            int end;
            if (lastEnd > start)
            {
                end = text.IndexOf(End, start, StringComparison.Ordinal) + End.Length;
                end = text.IndexOf(Dashes, end, StringComparison.Ordinal) is var closing and >= 0 ? closing + Dashes.Length : text.Length;
            }
            else
            {
                var body = text.IndexOf(Dashes, start + Begin.Length, StringComparison.Ordinal) is var closing and >= 0 ? closing + Dashes.Length : text.Length;
                end = body;
                while (Base64WordAfter(text, end) is { } next) end = next;
                if (end == body) start = end;
            }
            if (end > start) yield return new Finding(start, end, RedactionReason.Secret);
            start = end < text.Length ? text.IndexOf(Begin, end, StringComparison.Ordinal) : -1;
        }
    }

    private static int? Base64WordAfter(string text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '\n') place++;
        var end = place;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '=')) end++;
        return end - place >= ShortestLine ? end : null;
    }
}
