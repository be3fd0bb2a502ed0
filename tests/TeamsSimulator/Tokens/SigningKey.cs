using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace RetroBot.Simulation.Tokens;

/// <summary>An RSA key that no other in use is equal to, and the channels that it may sign for.</summary>
internal sealed class SigningKey(params string[] endorsements) : IDisposable
{
    /// <summary>Keys that nobody uses any more. Making one takes longer than most tests do, which is why it is used again, under another id.</summary>
    private static readonly ConcurrentBag<RSA> Unused = [];

    private readonly RSA rsa = Unused.TryTake(out var known) ? known : RSA.Create(2048);
    private readonly string id = Guid.NewGuid().ToString("N");
    private bool disposed;

    public RsaSecurityKey Security => new(rsa) { KeyId = id };

    public SigningCredentials Credentials => new(Security, SecurityAlgorithms.RsaSha256);

    public byte[] PublicPart => rsa.ExportSubjectPublicKeyInfo();

    /// <summary>This key under the id of another.</summary>
    public SigningCredentials CredentialsAs(SigningKey other) =>
        new(new RsaSecurityKey(rsa) { KeyId = other.id }, SecurityAlgorithms.RsaSha256);

    /// <summary>As it stands in a JSON Web Key Set.</summary>
    public JsonObject Published()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]),
        };
    }

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref disposed, true)) Unused.Add(rsa);
    }
}
