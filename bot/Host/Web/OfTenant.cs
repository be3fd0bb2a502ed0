namespace RetroBot.Host.Web;

/// <summary>Marks what tells something of a tenant, so that a caller must be known.</summary>
internal sealed record OfTenant;
