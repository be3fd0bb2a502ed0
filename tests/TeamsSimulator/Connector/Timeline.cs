using System.Text.Json;

namespace RetroBot.Simulation.Connector;

/// <summary>What one conversation received, in order.</summary>
internal sealed class Timeline
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
            activities.Add(activity);
    }

    /// <returns>False when there is no such activity, or no longer.</returns>
    public bool Update(string id, JsonElement content) =>
        Replace(id, activity => activity with { Content = content, Versions = activity.Versions + 1 });

    /// <returns>False when there is no such activity, or no longer.</returns>
    public bool Delete(string id) => Replace(id, activity => activity with { IsDeleted = true });

    private bool Replace(string id, Func<ReceivedActivity, ReceivedActivity> change)
    {
        lock (gate)
        {
            var index = activities.FindIndex(activity => string.Equals(activity.Id, id, StringComparison.Ordinal) && !activity.IsDeleted);
            if (index < 0)
                return false;
            activities[index] = change(activities[index]);
            return true;
        }
    }
}
