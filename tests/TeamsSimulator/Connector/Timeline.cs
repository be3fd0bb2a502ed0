using System.Text.Json;

namespace RetroBot.Simulation.Connector;

/// <summary>What one conversation received, in order.</summary>
/// <param name="kept">How many of the latest are kept.</param>
internal sealed class Timeline(int kept)
{
    private readonly Lock gate = new();
    private readonly List<ReceivedActivity> activities = [];

    public IReadOnlyList<ReceivedActivity> Activities
    {
        get
        {
            lock (gate)
                return [.. activities];
        }
    }

    public void Add(ReceivedActivity activity)
    {
        lock (gate)
        {
            activities.Add(activity);
            if (activities.Count > kept)
                activities.RemoveAt(0);
        }
    }

    /// <returns>The activity as it is now; null when there is no such activity, or no longer.</returns>
    public ReceivedActivity? Update(string id, JsonElement content) =>
        Replace(id, activity => activity with { Content = content, Versions = activity.Versions + 1 });

    /// <returns>The activity as it is now; null when there is no such activity, or no longer.</returns>
    public ReceivedActivity? Delete(string id) => Replace(id, activity => activity with { IsDeleted = true });

    private ReceivedActivity? Replace(string id, Func<ReceivedActivity, ReceivedActivity> change)
    {
        lock (gate)
        {
            var index = activities.FindIndex(activity => string.Equals(activity.Id, id, StringComparison.Ordinal) && !activity.IsDeleted);
            return index < 0 ? null : activities[index] = change(activities[index]);
        }
    }
}
