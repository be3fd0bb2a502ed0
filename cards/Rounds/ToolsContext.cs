namespace RetroBot.Cards.Rounds;

/// <summary>What the tools card shows.</summary>
/// <param name="Tools">Those of setup, in its order, whether they are left out or not: a tool that is can be given another day.</param>
/// <param name="First">The earliest day on which a tool can be looked at again.</param>
/// <param name="Last">The latest.</param>
public sealed record ToolsContext(string TeamName, IReadOnlyList<string> Tools, IReadOnlyList<ToolLeftOut> LeftOut, DateOnly First, DateOnly Last);
