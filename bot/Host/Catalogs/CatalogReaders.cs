using RetroBot.Core.People;

namespace RetroBot.Host.Catalogs;

/// <summary>Who reads what an organisation's teams have published: its program owners, or everyone, as the operator says.</summary>
internal sealed class CatalogReaders
{
    /// <summary>An Entra id, for messages.</summary>
    public const string ExampleId = "11111111-2222-3333-4444-555555555555";

    public const string TenantsSetting = "RetroBot:Web:Tenants";
    public const string BotsTenantSetting = "MicrosoftAppTenantId";

    private const string OwnersSetting = "RetroBot:ProgramOwners";
    private const string ReadersSetting = "RetroBot:Web:Readers";
    private const string Everyone = "everyone";
    private const string OwnersOnly = "owners";

    private readonly HashSet<Guid> owners;

    public CatalogReaders(IConfiguration configuration)
    {
        Tenants = Ids(configuration.GetSection(TenantsSetting).Get<string[]>() is { Length: > 0 } tenants ? tenants : [configuration[BotsTenantSetting] ?? ""]);
        IsReadByEveryone = configuration[ReadersSetting] == Everyone;
        owners = Ids(OwnersOf(configuration));
    }

    /// <summary>The organisations that are served. A closed list, so that nobody makes RetroBot fetch keys by naming tenants.</summary>
    public IReadOnlySet<Guid> Tenants { get; }

    /// <summary>Whether everyone in the tenant may read the published catalog; else program owners alone.</summary>
    public bool IsReadByEveryone { get; }

    /// <summary>Whether the operator named this person, or application, by its object id.</summary>
    public bool NamesOwner(Guid objectId) => owners.Contains(objectId);

    /// <summary>The same for somebody in a chat: named, and of a tenant that is served.</summary>
    public bool NamesOwner(TenantId tenant, UserId user) => Guid.TryParse(user.Value, out var person) && NamesOwner(person) && Serves(tenant);

    /// <summary>Whether somebody in a chat may read the catalog of their tenant: whoever may read its pages.</summary>
    public bool Include(TenantId tenant, UserId user) => NamesOwner(tenant, user) || (IsReadByEveryone && Serves(tenant));

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (var owner in OwnersOf(configuration).Where(IsNoId)) yield return $"{OwnersSetting} holds {owner}, which is not an Entra object id such as {ExampleId}.";
        if (configuration[ReadersSetting] is { } readers and not (Everyone or OwnersOnly)) yield return $"{ReadersSetting} is {readers}: {Everyone}, so that all in the tenant read the catalog of published case studies, or {OwnersOnly}, so that program owners alone do.";
        foreach (var tenant in (configuration.GetSection(TenantsSetting).Get<string[]>() ?? []).Where(IsNoId)) yield return $"{TenantsSetting} holds {tenant}, which is not an Entra tenant id such as {ExampleId}.";
    }

    /// <summary>Where no tenants are named, RetroBot has no registration, and speaks with this machine only.</summary>
    private bool Serves(TenantId tenant) => Tenants.Count == 0 || (Guid.TryParse(tenant.Value, out var home) && Tenants.Contains(home));

    private static string[] OwnersOf(IConfiguration configuration) => configuration.GetSection(OwnersSetting).Get<string[]>() ?? [];

    private static HashSet<Guid> Ids(IEnumerable<string> texts) => [.. texts.Where(text => !IsNoId(text)).Select(Guid.Parse)];

    private static bool IsNoId(string text) => !Guid.TryParse(text, out _);
}
