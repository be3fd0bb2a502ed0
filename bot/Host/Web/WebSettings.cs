namespace RetroBot.Host.Web;

/// <summary>Who may call the catalog's API: program owners, with access tokens of Entra.</summary>
internal sealed class WebSettings
{
    private const string AudienceSetting = "RetroBot:Web:Audience";
    private const string AuthoritySetting = "RetroBot:Web:Authority";
    private const string TenantsSetting = "RetroBot:Web:Tenants";
    private const string BotsTenantSetting = "MicrosoftAppTenantId";
    private const string OwnersSetting = "RetroBot:ProgramOwners";
    private const string ExampleId = "11111111-2222-3333-4444-555555555555";

    /// <summary>The application that tokens must be meant for; null where the API is not set up.</summary>
    public string? Audience { get; }

    /// <summary>Entra's address, without a slash at its end.</summary>
    public string Authority { get; }

    /// <summary>Whose tokens are looked at. A closed list, so that nobody makes RetroBot fetch keys by naming tenants.</summary>
    public IReadOnlySet<Guid> Tenants { get; }

    private readonly HashSet<Guid> owners;

    public WebSettings(IConfiguration configuration)
    {
        Audience = configuration[AudienceSetting] is { } audience && !string.IsNullOrWhiteSpace(audience) ? audience.Trim() : null;
        Authority = (configuration[AuthoritySetting] is { Length: > 0 } authority ? authority : "https://login.microsoftonline.com").TrimEnd('/');
        Tenants = Ids(TenantsOf(configuration));
        owners = Ids(OwnersOf(configuration));
    }

    /// <summary>Whether the operator named this person, or application, by its object id.</summary>
    public bool NamesOwner(Guid objectId) => owners.Contains(objectId);

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (var owner in OwnersOf(configuration).Where(IsNoId)) yield return $"{OwnersSetting} holds {owner}, which is not an Entra object id such as {ExampleId}.";
        if (!Uri.TryCreate(new WebSettings(configuration).Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps || authority.Query.Length > 0)
            yield return $"{AuthoritySetting} must be the https address of Entra in your cloud, such as https://login.microsoftonline.us, or absent.";
        foreach (var tenant in (configuration.GetSection(TenantsSetting).Get<string[]>() ?? []).Where(IsNoId)) yield return $"{TenantsSetting} holds {tenant}, which is not an Entra tenant id such as {ExampleId}.";
        if (new WebSettings(configuration) is { Audience: not null, Tenants.Count: 0 })
            yield return $"{TenantsSetting} is missing: {AudienceSetting} needs the Entra tenants whose program owners may export, such as {ExampleId}, where {BotsTenantSetting} names none.";
    }

    private static string[] OwnersOf(IConfiguration configuration) => configuration.GetSection(OwnersSetting).Get<string[]>() ?? [];

    private static string[] TenantsOf(IConfiguration configuration) => configuration.GetSection(TenantsSetting).Get<string[]>() is { Length: > 0 } tenants ? tenants : [configuration[BotsTenantSetting] ?? ""];

    private static HashSet<Guid> Ids(IEnumerable<string> texts) => [.. texts.Where(text => !IsNoId(text)).Select(Guid.Parse)];

    private static bool IsNoId(string text) => !Guid.TryParse(text, out _);
}
