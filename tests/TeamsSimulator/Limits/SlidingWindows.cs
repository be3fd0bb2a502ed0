namespace RetroBot.Simulation.Limits;

/// <summary>When the latest calls were taken, the earliest first: as many as the largest window counts.</summary>
internal sealed class SlidingWindows
{
    private readonly List<TimeSpan> taken = [];

    /// <summary>A call is too early when, counted back from it, a window is full.</summary>
    /// <returns>How long until every window has room; zero when all have now.</returns>
    public TimeSpan Wait(IReadOnlyList<Window> windows, TimeSpan now) => windows
        .Where(window => taken.Count >= window.Calls)
        .Select(window => taken[^window.Calls] + window.Within - now)
        .Append(TimeSpan.Zero)
        .Max();

    public void Take(IReadOnlyList<Window> windows, TimeSpan now)
    {
        if (windows.Count == 0) return;
        // One that took longer to be read than the next may come after it.
        var place = taken.Count;
        while (place > 0 && taken[place - 1] > now) place--;
        taken.Insert(place, now);

        // In bulk, so that forgetting costs no more than remembering.
        var most = windows.Max(window => window.Calls);
        if (taken.Count > 2 * most) taken.RemoveRange(0, taken.Count - most);
    }
}
