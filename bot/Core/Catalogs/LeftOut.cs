namespace RetroBot.Core.Catalogs;

/// <summary>What a figure of the organisation does not count: rounds that would single somebody out, were not closed in time, or whose counts were gone. Which, and how many, would say too much. The values are stored: never renumbered.</summary>
public enum LeftOut
{
    Nothing = 0,
    SomeRounds = 1,

    /// <summary>There is no figure.</summary>
    Everything = 2,
}
