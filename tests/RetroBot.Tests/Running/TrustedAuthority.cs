using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Tokens;

namespace RetroBot.Tests.Running;

/// <summary>A simulated token authority whose keys the bot can read.</summary>
internal static class TrustedAuthority
{
    public static async Task<TokenAuthority> StartAsync(CancellationToken ct)
    {
        var authority = await TokenAuthority.StartAsync(ct: ct);
        LetItsKeysBeRead(authority);
        return authority;
    }

    // Keys are read over https only, with a client that trusts what the machine trusts, unless somebody named the address with another client before.
    [SuppressMessage("Performance", "CA1806", Justification = "What is asked for is the constructor's effect: from then on the address and this client belong together.")]
    private static void LetItsKeysBeRead(TokenAuthority authority) =>
        new JwtTokenExtractor(authority.Client, new TokenValidationParameters(), authority.MetadataUrl.ToString(), AuthenticationConstants.AllowedSigningAlgorithms);
}
