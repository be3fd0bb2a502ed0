namespace RetroBot.Host.Privacy.Redaction;

/// <summary>Finds one kind of thing.</summary>
internal interface IDetector
{
    /// <summary>Findings may overlap. The work grows with the length of the passage, not with its square.</summary>
    IEnumerable<Finding> FindIn(Passage passage);
}
