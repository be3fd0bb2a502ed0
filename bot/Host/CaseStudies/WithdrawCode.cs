using System.Security.Cryptography;
using System.Text;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.CaseStudies;

/// <summary>The code that withdraws a case study, against its hash.</summary>
internal static class WithdrawCode
{
    /// <remarks>The code is 256 random bits, which nobody finds by trying: it needs no salt and no slow hash.</remarks>
    public static WithdrawHash HashOf(string code) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code))));

    /// <summary>Takes as long whichever digit is wrong.</summary>
    public static bool Opens(string code, WithdrawHash hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(code).Value), Encoding.ASCII.GetBytes(hash.Value));
}
