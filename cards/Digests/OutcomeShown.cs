namespace RetroBot.Cards.Digests;

/// <summary>What the team tracks, as a digest shows it.</summary>
/// <param name="Before">What it is compared with; null where nothing was shown before.</param>
public sealed record OutcomeShown(TrackedValue Tracked, OutcomeBefore? Before)
{
    /// <summary>How many said that AI helped, a multiple of 10; null where that is not shown.</summary>
    public int? Helped { get; init; }

    public NumbersWarning? Warning { get; init; }
}
