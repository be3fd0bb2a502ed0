using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>Which tokens of Entra are taken, for the catalog's API and its pages. Whose people may read is told by <see cref="CatalogReaders"/>.</summary>
internal sealed class WebSettings(IConfiguration configuration)
{
    private const string AudienceSetting = "RetroBot:Web:Audience";
    private const string AuthoritySetting = "RetroBot:Web:Authority";
    private const string ClientSetting = "RetroBot:Web:ClientId";

    /// <summary>The application that tokens must be meant for; null where the API is not set up.</summary>
    public string? Audience { get; } = Trimmed(configuration[AudienceSetting]);

    /// <summary>The application that people sign in to with their browsers; null where that is not set up.</summary>
    public string? ClientId { get; } = Trimmed(configuration[ClientSetting]);

    /// <summary>Entra's address, without a slash at its end.</summary>
    public string Authority { get; } = (configuration[AuthoritySetting] is { Length: > 0 } authority ? authority : "https://login.microsoftonline.com").TrimEnd('/');

    /// <summary>Whether anybody can sign in to the pages: with Entra, or, on a developer's machine, without a password.</summary>
    public bool HasSignIn(IHostEnvironment environment) => ClientId is not null || environment.IsDevelopment();

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var (settings, hasTenants) = (new WebSettings(configuration), new CatalogReaders(configuration).Tenants.Count > 0);
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps || authority.Query.Length > 0)
            yield return $"{AuthoritySetting} must be the https address of Entra in your cloud, such as https://login.microsoftonline.us, or absent.";
        if (settings.ClientId is { } id && !Guid.TryParse(id, out _)) yield return $"{ClientSetting} is {id}, which is not an application (client) id of Entra such as {CatalogReaders.ExampleId}.";
        if (settings.ClientId is not null && !hasTenants) yield return TenantsMissing($"{ClientSetting} needs the Entra tenants whose people may sign in");
        if (settings.Audience is not null && !hasTenants) yield return TenantsMissing($"{AudienceSetting} needs the Entra tenants whose program owners may export");
    }

    private static string TenantsMissing(string why) => $"{CatalogReaders.TenantsSetting} is missing: {why}, such as {CatalogReaders.ExampleId}, where {CatalogReaders.BotsTenantSetting} names none.";

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
