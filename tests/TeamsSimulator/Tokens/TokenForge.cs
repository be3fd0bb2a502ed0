using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RetroBot.Simulation.Tokens;

/// <summary>Signs claims rightly, or in one of the ways in which a signature can be wrong.</summary>
internal static class TokenForge
{
    // Made once a process, and only when used: an RSA key takes long to make, and these two are the same trouble everywhere.
    private static readonly SigningKey Stranger = new("msteams");

    /// <summary>Published by the Bot Framework's authority, and not endorsed for Teams.</summary>
    public static SigningKey Unendorsed { get; } = new("webchat");

    public static string Sign(JsonObject content, SigningKey key, TokenFlaw flaw)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var claims = content.ToJsonString();
        return flaw switch
        {
            TokenFlaw.AlgorithmNone => handler.CreateToken(claims),
            TokenFlaw.SignatureRemoved => WithoutSignature(handler.CreateToken(claims, key.Credentials)),
            TokenFlaw.ChangedAfterSigning => Changed(handler.CreateToken(claims, key.Credentials), claims),
            TokenFlaw.SymmetricWithPublicKey => handler.CreateToken(claims, Symmetric(key)),
            TokenFlaw.StolenKeyId => handler.CreateToken(claims, Stranger.CredentialsAs(key)),
            TokenFlaw.UnpublishedKey => handler.CreateToken(claims, Stranger.Credentials),
            TokenFlaw.UnendorsedKey => handler.CreateToken(claims, Unendorsed.Credentials),
            TokenFlaw.Encrypted => handler.CreateToken(claims, key.Credentials, Encrypting()),
            _ => handler.CreateToken(claims, key.Credentials),
        };
    }

    private static EncryptingCredentials Encrypting() =>
        new(Stranger.Security, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes128CbcHmacSha256);

    private static SigningCredentials Symmetric(SigningKey key) =>
        new(new SymmetricSecurityKey(key.PublicPart) { KeyId = key.Security.KeyId }, SecurityAlgorithms.HmacSha256);

    private static string WithoutSignature(string token) => token[..(token.LastIndexOf('.') + 1)];

    private static string Changed(string token, string claims)
    {
        var parts = token.Split('.');
        var changed = JsonNode.Parse(claims)!.AsObject();
        changed["changed"] = true;
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(changed.ToJsonString()))}.{parts[2]}";
    }
}
