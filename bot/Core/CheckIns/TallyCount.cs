namespace RetroBot.Core.CheckIns;

/// <summary>Adds answers up one by one, and keeps none of them.</summary>
public sealed class TallyCount
{
    private readonly Dictionary<Outcome, int> outcomes = [];
    private readonly Dictionary<TimeBand, int> times = [];
    private readonly Dictionary<Change, int> changes = [];
    private readonly Dictionary<Confidence, int> confidences = [];
    private readonly Dictionary<Obligation, int> obligations = [];
    private readonly Dictionary<string, int> tools = new(StringComparer.Ordinal);

    public void Add(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Count(outcomes, answer.Outcome);
        if (answer.Obligation is { } obligation) Count(obligations, obligation);
        if (answer is not Answer.Full full) return;
        Count(times, full.Time);
        foreach (var change in full.Changes) Count(changes, change);
        Count(confidences, full.Confidence);
        if (full is { Outcome: Outcome.Helped, Tool: { } tool }) Count(tools, tool);
    }

    /// <summary>Of those that were added until now.</summary>
    public Tally Total() => new(outcomes, times, changes, confidences, obligations, tools);

    private static void Count<TOption>(Dictionary<TOption, int> given, TOption option)
        where TOption : notnull => given[option] = given.GetValueOrDefault(option) + 1;
}
