namespace RetroBot.Core.CaseStudies;

/// <summary>Where the author shows what changed: a plain https address, without a name, a password or a port, as it is shown to the team.</summary>
public sealed record EvidenceLink
{
    /// <summary>Characters.</summary>
    public const int Longest = 200;

    public string Value { get; }

    /// <exception cref="ArgumentException">Not such an address. The message does not repeat it.</exception>
    public EvidenceLink(string value)
    {
        if (!IsValid(value)) throw new ArgumentException("A plain https address.", nameof(value));
        Value = value;
    }

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= Longest } && !text.Any(letter => letter is <= ' ' or > '~' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}')
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address is { IsDefaultPort: true, UserInfo.Length: 0, HostNameType: UriHostNameType.Dns } && address.Host.Contains('.', StringComparison.Ordinal);

    public override string ToString() => Value;
}
