namespace RetroBot.Host.Web;

/// <summary>Marks what is for program owners, whoever else may read the catalog.</summary>
internal sealed record ForOwners;
