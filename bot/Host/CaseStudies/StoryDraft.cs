using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>
/// The random secret of one preview. The id under which its story is published, and the code that withdraws it, are derived from it: publishing twice, as when Teams sends
/// a press again, meets the same row and gives the same receipt. Nobody finds the code from the id.
/// </summary>
internal sealed class StoryDraft
{
    private const int SecretLength = 32;
    private const int IdLength = CaseStudyId.Length / 2;
    private const int CodeLength = 32;

    private readonly byte[] secret;

    private StoryDraft(byte[] secret) => this.secret = secret;

    /// <summary>As a card carries it.</summary>
    public string Text => Convert.ToHexStringLower(secret);

    public string Id => Derived("retrobot/story"u8, IdLength);

    public string WithdrawCode => Derived("retrobot/withdraw"u8, CodeLength);

    public static StoryDraft New() => new(RandomNumberGenerator.GetBytes(SecretLength));

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out StoryDraft? draft)
    {
        draft = text is { Length: 2 * SecretLength } && text.All(char.IsAsciiHexDigitLower) ? new StoryDraft(Convert.FromHexString(text)) : null;
        return draft is not null;
    }

    private string Derived(ReadOnlySpan<byte> purpose, int length)
    {
        Span<byte> derived = stackalloc byte[length];
        HKDF.Expand(HashAlgorithmName.SHA256, secret, derived, purpose);
        return Convert.ToHexStringLower(derived);
    }
}
