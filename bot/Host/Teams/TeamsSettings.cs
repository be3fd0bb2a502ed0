namespace RetroBot.Host.Teams;

/// <summary>How RetroBot stands towards the Bot Framework.</summary>
internal sealed class TeamsSettings
{
    /// <summary>Where Teams' own services answer ("Proactive messages", Microsoft Learn).</summary>
    private static readonly string[] TeamsHosts =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>The bot's application (client) id; empty in Development without a registration.</summary>
    public string AppId { get; }

    /// <summary>Whether only signed activities are taken. Without an app id, unsigned ones are, in Development and from this machine.</summary>
    public bool SignedOnly => AppId.Length > 0;

    /// <summary>Further service addresses, by their beginning: for a sovereign cloud that is not listed, or a test.</summary>
    private IReadOnlyList<string> FurtherServiceUrls { get; }

    public TeamsSettings(IConfiguration configuration)
    {
        AppId = configuration["MicrosoftAppId"]?.Trim() ?? "";
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
        if (type == "SingleTenant" && string.IsNullOrWhiteSpace(configuration["MicrosoftAppPassword"]) && string.IsNullOrWhiteSpace(configuration["MicrosoftAppCertificate"]))
            yield return "MicrosoftAppPassword is missing: MicrosoftAppType=SingleTenant needs a client secret (or MicrosoftAppCertificate, the path of a certificate). UserAssignedMSI needs neither.";
        foreach (var known in settings.FurtherServiceUrls.Where(known => !Uri.TryCreate(known, UriKind.Absolute, out _)))
            yield return $"RetroBot:Teams:ServiceUrls holds {known}, which is not an absolute address such as https://smba.example.com/.";
    }

    private static bool Under(Uri prefix, Uri url) =>
        prefix.Scheme == url.Scheme && prefix.Host == url.Host && prefix.Port == url.Port && url.AbsolutePath.StartsWith(prefix.AbsolutePath, StringComparison.Ordinal);
}
