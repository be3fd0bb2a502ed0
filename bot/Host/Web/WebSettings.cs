using RetroBot.Core.People;

namespace RetroBot.Host.Web;

/// <summary>Who may call the catalog's API: program owners, with access tokens of Entra.</summary>
internal sealed class WebSettings
{
    private const string AudienceSetting = "RetroBot:Web:Audience";
    private const string AuthoritySetting = "RetroBot:Web:Authority";
    private const string TenantsSetting = "RetroBot:Web:Tenants";
    private const string BotsTenantSetting = "MicrosoftAppTenantId";
    private const string OwnersSetting = "RetroBot:ProgramOwners";
    private const string ClientSetting = "RetroBot:Web:ClientId";
    private const string ReadersSetting = "RetroBot:Web:Readers";
    private const string Everyone = "everyone";
    private const string OwnersOnly = "owners";
    private const string ExampleId = "11111111-2222-3333-4444-555555555555";

    /// <summary>The application that tokens must be meant for; null where the API is not set up.</summary>
    public string? Audience { get; }

    /// <summary>The application that people sign in to with their browsers; null where that is not set up.</summary>
    public string? ClientId { get; }

    /// <summary>Entra's address, without a slash at its end.</summary>
    public string Authority { get; }

    /// <summary>Whose tokens are looked at. A closed list, so that nobody makes RetroBot fetch keys by naming tenants.</summary>
    public IReadOnlySet<Guid> Tenants { get; }

    /// <summary>Whether everyone in the tenant may read the published catalog; else program owners alone.</summary>
    public bool IsReadByEveryone { get; }

    private readonly HashSet<Guid> owners;

    public WebSettings(IConfiguration configuration)
    {
        Audience = configuration[AudienceSetting] is { } audience && !string.IsNullOrWhiteSpace(audience) ? audience.Trim() : null;
        ClientId = configuration[ClientSetting] is { } client && !string.IsNullOrWhiteSpace(client) ? client.Trim() : null;
        Authority = (configuration[AuthoritySetting] is { Length: > 0 } authority ? authority : "https://login.microsoftonline.com").TrimEnd('/');
        Tenants = Ids(TenantsOf(configuration));
        IsReadByEveryone = configuration[ReadersSetting] == Everyone;
        owners = Ids(OwnersOf(configuration));
    }

    /// <summary>Whether the operator named this person, or application, by its object id.</summary>
    public bool NamesOwner(Guid objectId) => owners.Contains(objectId);

    /// <summary>The same for somebody in a chat: named, and of a tenant whose program owners may export. Where no tenants are named, RetroBot has no registration, and speaks with this machine only.</summary>
    public bool NamesOwner(TenantId tenant, UserId user) =>
        Guid.TryParse(user.Value, out var person) && NamesOwner(person) && (Tenants.Count == 0 || (Guid.TryParse(tenant.Value, out var home) && Tenants.Contains(home)));

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (var owner in OwnersOf(configuration).Where(IsNoId)) yield return $"{OwnersSetting} holds {owner}, which is not an Entra object id such as {ExampleId}.";
        if (configuration[ReadersSetting] is { } readers and not (Everyone or OwnersOnly)) yield return $"{ReadersSetting} is {readers}: {Everyone}, so that all in the tenant read the catalog of published case studies, or {OwnersOnly}, so that program owners alone do.";
        if (!Uri.TryCreate(new WebSettings(configuration).Authority, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps || authority.Query.Length > 0)
            yield return $"{AuthoritySetting} must be the https address of Entra in your cloud, such as https://login.microsoftonline.us, or absent.";
        foreach (var tenant in (configuration.GetSection(TenantsSetting).Get<string[]>() ?? []).Where(IsNoId)) yield return $"{TenantsSetting} holds {tenant}, which is not an Entra tenant id such as {ExampleId}.";
        if (new WebSettings(configuration).ClientId is { } id && IsNoId(id)) yield return $"{ClientSetting} is {id}, which is not an application (client) id of Entra such as {ExampleId}.";
        if (new WebSettings(configuration) is { ClientId: not null, Tenants.Count: 0 })
            yield return $"{TenantsSetting} is missing: {ClientSetting} needs the Entra tenants whose people may sign in, such as {ExampleId}, where {BotsTenantSetting} names none.";
        if (new WebSettings(configuration) is { Audience: not null, Tenants.Count: 0 })
            yield return $"{TenantsSetting} is missing: {AudienceSetting} needs the Entra tenants whose program owners may export, such as {ExampleId}, where {BotsTenantSetting} names none.";
    }

    private static string[] OwnersOf(IConfiguration configuration) => configuration.GetSection(OwnersSetting).Get<string[]>() ?? [];

    private static string[] TenantsOf(IConfiguration configuration) => configuration.GetSection(TenantsSetting).Get<string[]>() is { Length: > 0 } tenants ? tenants : [configuration[BotsTenantSetting] ?? ""];

    private static HashSet<Guid> Ids(IEnumerable<string> texts) => [.. texts.Where(text => !IsNoId(text)).Select(Guid.Parse)];

    private static bool IsNoId(string text) => !Guid.TryParse(text, out _);
}
