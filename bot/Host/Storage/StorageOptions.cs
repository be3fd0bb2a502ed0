namespace RetroBot.Host.Storage;

/// <summary>Where RetroBot keeps what it knows: section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Of a storage account, key included; a secret. Either this or <see cref="Endpoint"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The account's table endpoint, reached with an identity: the one <see cref="ClientId"/> names, else the service's own or, on a developer's machine, the developer's.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The client id of a user-assigned managed identity; by default the bot's own, where it has one.</summary>
    public string? ClientId { get; set; }

    /// <summary>What the tables' names begin with, for an account that is shared.</summary>
    public string TablePrefix { get; set; } = "";
}
