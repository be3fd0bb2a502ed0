using Azure.Security.KeyVault.Secrets;

namespace RetroBot.Host.Privacy;

/// <summary>Master keys in an Azure Key Vault: the versions of one secret, each 32 bytes in base64, named by their addresses.</summary>
/// <remarks>
/// A secret, which RetroBot reads, and not a key that the vault keeps to itself: then the vault would have to be asked at every press of a button. So the key is in the service's memory; and what the
/// library makes of the vault's answer on the way there, a string among other things, cannot be overwritten.
/// </remarks>
internal sealed class MasterKeyVault(SecretClient vault, string secret, TimeProvider time) : IMasterKeySource
{
    private readonly VaultWords words = new(vault.VaultUri, secret);

    public string WayBack => words.WayBack;

    /// <summary>The latest of those that are enabled and within their dates.</summary>
    public async Task<string> NewestAsync(CancellationToken ct)
    {
        var versions = await VersionsAsync(ct);
        if (versions.Count == 0) throw new MasterKeyException(words.NoSecret);
        return versions.FirstOrDefault(MayWrap)?.Id.AbsoluteUri ?? throw new MasterKeyException(words.NoneMayWrap);
    }

    /// <summary>Also those outside their dates, as the vault itself allows: only a version that is disabled cannot be read.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken ct) =>
        [.. (await VersionsAsync(ct)).Where(version => version.Enabled != false).Select(version => version.Id.AbsoluteUri)];

    public async Task<MasterKey?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            var read = await vault.GetSecretAsync(secret, new SecretProperties(new Uri(name)).Version, ct);
            return MasterKey.Decoded(bytes => Convert.TryFromBase64Chars(read.Value.Value.AsSpan().Trim(), bytes, out var written) && written == SecretKey.Length);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            throw new MasterKeyException(words.Of(fault), fault);
        }
    }

    /// <summary>The latest first. The vault lists them in no order.</summary>
    private async Task<List<SecretProperties>> VersionsAsync(CancellationToken ct)
    {
        try
        {
            return await vault.GetPropertiesOfSecretVersionsAsync(secret, ct)
                .OrderByDescending(version => version.CreatedOn)
                .ThenByDescending(version => version.Version, StringComparer.Ordinal)
                .ToListAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            throw new MasterKeyException(words.Of(fault), fault);
        }
    }

    private bool MayWrap(SecretProperties version)
    {
        var now = time.GetUtcNow();
        return version.Enabled != false && !(version.NotBefore > now) && !(version.ExpiresOn <= now);
    }
}
