using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy;

/// <summary>What an operator has to mend about the master key before RetroBot can start. No message holds anything of a key.</summary>
internal static partial class MasterKeySettings
{
    private const string OneOfTwo =
        $"Set either {MasterKeyOptions.Section}:VaultUri, the address of an Azure Key Vault, for example https://contoso.vault.azure.net/, or {MasterKeyOptions.Section}:File, the path of a file that is kept apart from the storage account and its backups.";

    public static IEnumerable<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = MasterKeyOptions.Of(configuration);
        var (hasVault, hasFile) = (!string.IsNullOrWhiteSpace(settings.VaultUri), !string.IsNullOrWhiteSpace(settings.File));
        if (hasVault && hasFile) yield return $"{MasterKeyOptions.Section}:VaultUri and {MasterKeyOptions.Section}:File are both set. {OneOfTwo}";
        if (!hasVault && !hasFile && !environment.IsDevelopment()) yield return $"Neither {MasterKeyOptions.Section}:VaultUri nor {MasterKeyOptions.Section}:File is set. {OneOfTwo}";
        foreach (var problem in hasVault ? OfVault(settings) : OfFiles(settings)) yield return problem;
    }

    private static IEnumerable<string> OfVault(MasterKeyOptions settings)
    {
        if (!Uri.TryCreate(settings.VaultUri, UriKind.Absolute, out var vault) || vault is not { Scheme: "https", PathAndQuery: "/", UserInfo: "", Fragment: "" })
            yield return $"{MasterKeyOptions.Section}:VaultUri must be the https address of a key vault and nothing behind it, for example https://contoso.vault.azure.net/.";
        if (!SecretName().IsMatch(settings.Name))
            yield return $"{MasterKeyOptions.Section}:Name must be the name of a secret: up to 127 letters, digits and hyphens, for example retrobot-master-key, or absent.";
        if (settings.PreviousFiles.Length > 0)
            yield return $"{MasterKeyOptions.Section}:PreviousFiles belongs to {MasterKeyOptions.Section}:File. A vault keeps earlier keys as earlier versions of the secret: put them there, oldest first.";
    }

    private static IEnumerable<string> OfFiles(MasterKeyOptions settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.File) && OfFile(settings.File) is { } problem) yield return $"{MasterKeyOptions.Section}:File: {problem}";
        for (var i = 0; i < settings.PreviousFiles.Length; i++)
        {
            if (OfFile(settings.PreviousFiles[i]) is { } previous) yield return $"{MasterKeyOptions.Section}:PreviousFiles:{i}: {previous}";
        }
    }

    private static string? OfFile(string path)
    {
        try
        {
            using var key = MasterKeyFile.Read(path);
            return key is null ? MasterKeyException.NoKey(path).Message : null;
        }
        catch (MasterKeyException unreadable)
        {
            return unreadable.Message;
        }
    }

    [GeneratedRegex("^[0-9A-Za-z-]{1,127}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
