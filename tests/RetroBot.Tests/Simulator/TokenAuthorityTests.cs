using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RetroBot.Simulation.Tokens;
using Xunit;

namespace RetroBot.Tests.Simulator;

public sealed class TokenAuthorityTests : IAsyncLifetime
{
    private static readonly Guid AppId = Guid.NewGuid();
    private static readonly Uri ServiceUrl = new("http://127.0.0.1:1/");

    private TokenAuthority authority = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => authority = await TokenAuthority.StartAsync(ct: Ct);

    public ValueTask DisposeAsync() => authority.DisposeAsync();

    [Fact]
    public async Task A_good_token_holds_against_the_published_keys()
    {
        var token = authority.Mint(AppId, ServiceUrl);

        Assert.True(await IsSignedByAPublishedKeyAsync(token));
        var read = new JsonWebToken(token);
        Assert.Equal(
            ("RS256", TokenAuthority.Issuer, AppId.ToString(), ServiceUrl.ToString()),
            (read.Alg, read.Issuer, read.Audiences.Single(), read.GetClaim("serviceurl").Value));
        Assert.InRange(Now(), read.ValidFrom, read.ValidTo);
        Assert.Contains("msteams", await EndorsementsAsync(read.Kid), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(TokenFlaw.WrongIssuer)]
    [InlineData(TokenFlaw.WrongAudience)]
    [InlineData(TokenFlaw.UnendorsedKey)]
    [InlineData(TokenFlaw.Expired)]
    [InlineData(TokenFlaw.NotYetValid)]
    [InlineData(TokenFlaw.WithoutExpiry)]
    [InlineData(TokenFlaw.OtherServiceUrl)]
    [InlineData(TokenFlaw.WithoutServiceUrl)]
    public async Task A_token_with_bad_content_is_well_signed_and_bad_in_that_alone(TokenFlaw flaw)
    {
        var token = authority.Mint(AppId, ServiceUrl, flaw);

        Assert.True(await IsSignedByAPublishedKeyAsync(token));
        Assert.Equal([flaw], await FlawsOfAsync(new JsonWebToken(token)));
    }

    [Theory]
    [InlineData(TokenFlaw.SignatureRemoved)]
    [InlineData(TokenFlaw.AlgorithmNone)]
    [InlineData(TokenFlaw.SymmetricWithPublicKey)]
    [InlineData(TokenFlaw.ChangedAfterSigning)]
    [InlineData(TokenFlaw.StolenKeyId)]
    [InlineData(TokenFlaw.UnpublishedKey)]
    public async Task A_token_with_a_bad_signature_says_nothing_wrong(TokenFlaw flaw)
    {
        var token = authority.Mint(AppId, ServiceUrl, flaw);

        Assert.False(await IsSignedByAPublishedKeyAsync(token));
        var read = new JsonWebToken(token);
        Assert.Equal(
            (TokenAuthority.Issuer, AppId.ToString(), ServiceUrl.ToString()),
            (read.Issuer, read.Audiences.Single(), read.GetClaim("serviceurl").Value));
        Assert.InRange(Now(), read.ValidFrom, read.ValidTo);
    }

    [Fact]
    public void An_unsigned_token_ends_with_the_dot_before_the_signature()
    {
        var removed = authority.Mint(AppId, ServiceUrl, TokenFlaw.SignatureRemoved);
        var none = authority.Mint(AppId, ServiceUrl, TokenFlaw.AlgorithmNone);

        Assert.All([removed, none], token => Assert.EndsWith(".", token, StringComparison.Ordinal));
        Assert.Equal(("RS256", "none"), (new JsonWebToken(removed).Alg, new JsonWebToken(none).Alg));
    }

    [Fact]
    public async Task A_symmetric_token_is_signed_with_what_everybody_can_know()
    {
        var token = authority.Mint(AppId, ServiceUrl, TokenFlaw.SymmetricWithPublicKey);
        var read = new JsonWebToken(token);
        var published = (await KeysAsync()).Single(key => string.Equals(key.Kid, read.Kid, StringComparison.Ordinal));
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64UrlEncoder.DecodeBytes(published.N),
            Exponent = Base64UrlEncoder.DecodeBytes(published.E),
        });

        var secret = new SymmetricSecurityKey(rsa.ExportSubjectPublicKeyInfo()) { KeyId = read.Kid };

        Assert.Equal("HS256", read.Alg);
        Assert.True(IsSignedBy(token, [secret]));
    }

    [Fact]
    public async Task A_stolen_key_id_is_a_published_one_and_an_unpublished_one_is_not()
    {
        var published = (await KeysAsync()).Select(key => key.Kid).ToList();

        Assert.Contains(new JsonWebToken(authority.Mint(AppId, ServiceUrl, TokenFlaw.StolenKeyId)).Kid, published, StringComparer.Ordinal);
        Assert.DoesNotContain(new JsonWebToken(authority.Mint(AppId, ServiceUrl, TokenFlaw.UnpublishedKey)).Kid, published, StringComparer.Ordinal);
    }

    [Fact]
    public void An_encrypted_token_has_five_parts()
    {
        var token = authority.Mint(AppId, ServiceUrl, TokenFlaw.Encrypted);

        Assert.Equal(5, token.Split('.').Length);
        Assert.Equal("RSA-OAEP", new JsonWebToken(token).Alg);
    }

    [Fact]
    public async Task After_a_rollover_the_old_key_is_gone_and_a_new_one_signs()
    {
        var before = authority.Mint(AppId, ServiceUrl);
        Assert.True(await IsSignedByAPublishedKeyAsync(before));

        authority.RollOver();

        Assert.False(await IsSignedByAPublishedKeyAsync(before));
        Assert.True(await IsSignedByAPublishedKeyAsync(authority.Mint(AppId, ServiceUrl)));
        Assert.Equal(3, authority.KeyRequests);
    }

    [Fact]
    public async Task The_metadata_names_the_issuer_and_the_algorithm()
    {
        var metadata = await authority.Client.GetFromJsonAsync<JsonElement>(authority.MetadataUrl, Ct);

        Assert.Equal(TokenAuthority.Issuer, metadata.GetProperty("issuer").GetString());
        Assert.Equal("RS256", metadata.GetProperty("id_token_signing_alg_values_supported")[0].GetString());
    }

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1);

    private async Task<List<TokenFlaw>> FlawsOfAsync(JsonWebToken token)
    {
        var serviceUrl = token.TryGetPayloadValue<string>("serviceurl", out var named) ? named : null;
        var (from, to) = (token.ValidFrom, token.ValidTo);
        List<(TokenFlaw Flaw, bool IsThere)> flaws =
        [
            (TokenFlaw.WrongIssuer, !string.Equals(token.Issuer, TokenAuthority.Issuer, StringComparison.Ordinal)),
            (TokenFlaw.WrongAudience, !string.Equals(token.Audiences.Single(), AppId.ToString(), StringComparison.Ordinal)),
            (TokenFlaw.UnendorsedKey, !(await EndorsementsAsync(token.Kid)).Contains("msteams", StringComparer.Ordinal)),
            (TokenFlaw.WithoutExpiry, to == DateTime.MinValue),
            (TokenFlaw.Expired, to != DateTime.MinValue && to < Now().AddMinutes(-30)),
            (TokenFlaw.NotYetValid, from > Now().AddMinutes(30)),
            (TokenFlaw.WithoutServiceUrl, serviceUrl is null),
            (TokenFlaw.OtherServiceUrl, serviceUrl is not null && !string.Equals(serviceUrl, ServiceUrl.ToString(), StringComparison.Ordinal)),
        ];
        return [.. flaws.Where(flaw => flaw.IsThere).Select(flaw => flaw.Flaw)];
    }

    private async Task<bool> IsSignedByAPublishedKeyAsync(string token) => IsSignedBy(token, await KeysAsync());

#pragma warning disable CS0618 // IdentityModel 8, which the official packages bring, has a newer method for this; version 6 has only this one.
    private static bool IsSignedBy(string token, IEnumerable<SecurityKey> keys) =>
        new JsonWebTokenHandler().ValidateToken(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        }).IsValid;
#pragma warning restore CS0618

    private async Task<IList<JsonWebKey>> KeysAsync() => new JsonWebKeySet((await KeySetAsync()).GetRawText()).Keys;

    private async Task<List<string>> EndorsementsAsync(string keyId)
    {
        var key = (await KeySetAsync()).GetProperty("keys").EnumerateArray()
            .Single(key => string.Equals(key.GetProperty("kid").GetString(), keyId, StringComparison.Ordinal));
        return [.. key.GetProperty("endorsements").EnumerateArray().Select(channel => channel.GetString()!)];
    }

    private async Task<JsonElement> KeySetAsync()
    {
        var metadata = await authority.Client.GetFromJsonAsync<JsonElement>(authority.MetadataUrl, Ct);
        return await authority.Client.GetFromJsonAsync<JsonElement>(new Uri(metadata.GetProperty("jwks_uri").GetString()!), Ct);
    }
}
