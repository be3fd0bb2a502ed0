using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RetroBot.Host.Teams;

/// <summary>How RetroBot stands towards the Bot Framework.</summary>
internal sealed class TeamsSettings
{
    /// <summary>Where Teams' own services answer ("Proactive messages", Microsoft Learn).</summary>
    private static readonly string[] TeamsHosts =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us",
    ];

    private const string CertificateSetting = "RetroBot:Teams:CertificateFile";

    /// <summary>The official library fails in the first turn when only some of these are set.</summary>
    private static readonly string[] Addresses = ["ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "OAuthUrl", "ToBotFromChannelOpenIdMetadataUrl"];

    /// <summary>The bot's application (client) id; empty in Development without a registration.</summary>
    public string AppId { get; }

    /// <summary>Whether only signed activities are taken. Without an app id, unsigned ones are, in Development and from this machine.</summary>
    public bool SignedOnly => AppId.Length > 0;

    /// <summary>Certificate and key in one PEM file, in place of a client secret; null for none.</summary>
    public string? CertificateFile { get; }

    /// <summary>Further service addresses, by their beginning: for a sovereign cloud that is not listed, or a test.</summary>
    private IReadOnlyList<string> FurtherServiceUrls { get; }

    public TeamsSettings(IConfiguration configuration)
    {
        AppId = configuration["MicrosoftAppId"]?.Trim() ?? "";
        CertificateFile = configuration[CertificateSetting] is { Length: > 0 } file ? file : null;
        FurtherServiceUrls = configuration.GetSection("RetroBot:Teams:ServiceUrls").Get<string[]>() ?? [];
    }

    /// <summary>Whether what RetroBot says may go to this address.</summary>
    public bool MayAnswer(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)) return false;
        if (FurtherServiceUrls.Any(known => Uri.TryCreate(known, UriKind.Absolute, out var prefix) && Under(prefix, url))) return true;
        return SignedOnly
            ? url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && TeamsHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)
            : url.IsLoopback;
    }

    /// <summary>What an operator has to mend before RetroBot can start.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new TeamsSettings(configuration);
        if (settings.AppId.Length == 0)
        {
            if (!environment.IsDevelopment())
                yield return "MicrosoftAppId is missing: the application (client) id of the bot's registration, such as 11111111-2222-3333-4444-555555555555. Unsigned activities are taken in the Development environment only.";
            else
                yield break;
        }
        else if (!Guid.TryParse(settings.AppId, out _))
        {
            yield return "MicrosoftAppId is not a GUID, such as 11111111-2222-3333-4444-555555555555.";
        }

        var type = configuration["MicrosoftAppType"]?.Trim();
        if (type is not ("UserAssignedMSI" or "SingleTenant"))
            yield return "MicrosoftAppType is missing or unknown: UserAssignedMSI (a managed identity, recommended) or SingleTenant.";
        if (!Guid.TryParse(configuration["MicrosoftAppTenantId"], out _))
            yield return "MicrosoftAppTenantId is missing or not a GUID: the Entra tenant of the bot's registration, such as 11111111-2222-3333-4444-555555555555.";
        if (type == "SingleTenant" && string.IsNullOrWhiteSpace(configuration["MicrosoftAppPassword"]) && settings.CertificateFile is null)
            yield return $"MicrosoftAppPassword is missing: MicrosoftAppType=SingleTenant needs a client secret, or {CertificateSetting}, the path of a PEM file with certificate and key. UserAssignedMSI needs neither.";
        if (settings.CertificateFile is { } certificate && !HoldsCertificate(certificate))
            yield return $"{CertificateSetting} names {certificate}, which is not there or cannot be read: the path of a PEM file with certificate and key.";
        if (Addresses.Count(name => !string.IsNullOrWhiteSpace(configuration[name])) is not 0 and var given && given != Addresses.Length)
            yield return $"{string.Join(", ", Addresses.Where(name => string.IsNullOrWhiteSpace(configuration[name])))}: missing. The addresses of a cloud of its own are set all together or not at all.";
        foreach (var known in settings.FurtherServiceUrls.Where(known => !Uri.TryCreate(known, UriKind.Absolute, out _)))
            yield return $"RetroBot:Teams:ServiceUrls holds {known}, which is not an absolute address such as https://smba.example.com/.";
    }

    private static bool HoldsCertificate(string file)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(file);
            return certificate.HasPrivateKey;
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Under(Uri prefix, Uri url) =>
        prefix.Scheme == url.Scheme && prefix.Host == url.Host && prefix.Port == url.Port && url.AbsolutePath.StartsWith(prefix.AbsolutePath, StringComparison.Ordinal);
}
