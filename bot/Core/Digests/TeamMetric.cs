namespace RetroBot.Core.Digests;

/// <summary>
/// What a lead may track by hand and give the team's value of. The list is closed: nothing in it is about one person, about hours or money, or about how much AI is used.
/// The values are stored: never renumbered.
/// </summary>
public enum TeamMetric
{
    /// <summary>Days from the beginning of a piece of work to its end.</summary>
    CycleTime = 1,

    /// <summary>Defects that were found by those for whom the work was done.</summary>
    EscapedDefects = 2,

    /// <summary>From 1 to 5, of whomever the team asks.</summary>
    Satisfaction = 3,
}
