namespace RetroBot.Core.Catalogs;

/// <summary>How much of a row's <see cref="Traits"/> is shown, from all to none. Each leaves out what the one before left out, and something more.</summary>
public enum Detail
{
    Everything,
    WithoutDiscovery,
    ToolAreaOutcomes,
    AreaOutcomes,
    Area,
    Nothing,
}
