using System.Buffers.Text;
using System.Text.Json;

namespace RetroBot.Host.Teams;

/// <summary>A first look at an authorization header, before any library parses it.</summary>
internal static class BearerToken
{
    /// <summary>Characters. The Bot Framework's tokens have about 1,500.</summary>
    private const int Longest = 8 * 1024;

    private const int SignedParts = 3;

    /// <summary>Whether it is a token of three parts that claims an asymmetric signature. Encrypted tokens (five parts), unsigned ones and those signed with a shared secret are not.</summary>
    public static bool LooksSigned(string header)
    {
        if (header.Length > Longest || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return false;
        var parts = header["Bearer ".Length..].Trim().Split('.');
        if (parts.Length != SignedParts || parts.Any(string.IsNullOrEmpty) || !Base64Url.IsValid(parts[0])) return false;
        try
        {
            using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            return head.RootElement.ValueKind == JsonValueKind.Object
                && head.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String
                && algorithm.GetString() is "RS256" or "RS384" or "RS512";
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
