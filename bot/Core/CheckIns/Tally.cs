using System.Collections.Immutable;

namespace RetroBot.Core.CheckIns;

/// <summary>The answers of a round, added up question by question. Neither an order nor which choices one person made together is in it.</summary>
/// <remarks>Plain values that any JSON writer keeps; options by name and in a fixed order, so that it does not tell which answer was counted first.</remarks>
public sealed record Tally
{
    public IReadOnlyDictionary<Outcome, int> Outcomes { get; }
    public IReadOnlyDictionary<TimeBand, int> Times { get; }

    /// <summary>How many gave each; anyone may have given several.</summary>
    public IReadOnlyDictionary<Change, int> Changes { get; }

    public IReadOnlyDictionary<Confidence, int> Confidences { get; }
    public IReadOnlyDictionary<Obligation, int> Obligations { get; }

    /// <summary>How many of those whom AI helped named each tool. One that none of them named is not in it.</summary>
    public IReadOnlyDictionary<string, int> Tools { get; }

    public int Answered => Outcomes.Values.Sum();

    /// <summary>How many were asked the second step.</summary>
    public int AskedMore => Outcomes.Where(outcome => Answer.AsksMore(outcome.Key)).Sum(outcome => outcome.Value);

    /// <exception cref="ArgumentException">No answers add up to this.</exception>
    public Tally(
        IReadOnlyDictionary<Outcome, int> outcomes,
        IReadOnlyDictionary<TimeBand, int> times,
        IReadOnlyDictionary<Change, int> changes,
        IReadOnlyDictionary<Confidence, int> confidences,
        IReadOnlyDictionary<Obligation, int> obligations,
        IReadOnlyDictionary<string, int> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        (Outcomes, Times, Changes, Confidences, Obligations) = (Complete(outcomes), Complete(times), Complete(changes), Complete(confidences), Complete(obligations));
        Tools = tools.Where(tool => tool.Value != 0).ToImmutableSortedDictionary(StringComparer.Ordinal);

        if (Times.Values.Sum() != AskedMore) throw new ArgumentException("Everyone who was asked gave one time.", nameof(times));
        if (Confidences.Values.Sum() != AskedMore) throw new ArgumentException("Everyone who was asked gave one confidence.", nameof(confidences));
        if (Changes.Values.Any(given => given > AskedMore) || Changes.Values.Sum() < AskedMore)
            throw new ArgumentException("Everyone who was asked gave at least one change, none twice.", nameof(changes));
        if (Obligations.Values.Sum() > Answered) throw new ArgumentException("Nobody gave two.", nameof(obligations));
        if (Tools.Values.Any(named => named < 0) || Tools.Values.Sum() > Outcomes[Outcome.Helped]) throw new ArgumentException("Nobody named two, and nobody whom AI did not help.", nameof(tools));
    }

    public static Tally Of(IEnumerable<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var count = new TallyCount();
        foreach (var answer in answers) count.Add(answer);
        return count.Total();
    }

    /// <summary>How many gave an option of a question; for null, how many gave none.</summary>
    public int Gave<TOption>(IReadOnlyDictionary<TOption, int> question, TOption? option)
        where TOption : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(question);
        return option is { } one ? question[one] : Answered - question.Values.Sum();
    }

    public bool Equals(Tally? other) =>
        other is not null && Same(Outcomes, other.Outcomes) && Same(Times, other.Times) && Same(Changes, other.Changes)
        && Same(Confidences, other.Confidences) && Same(Obligations, other.Obligations) && Same(Tools, other.Tools);

    public override int GetHashCode() => HashCode.Combine(Answered, AskedMore, Outcomes[Outcome.Helped], Tools.Count);

    private static ImmutableSortedDictionary<TOption, int> Complete<TOption>(IReadOnlyDictionary<TOption, int> counts)
        where TOption : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Any(count => count.Value < 0 || !Enum.IsDefined(count.Key))) throw new ArgumentException("No option is counted less than never, and none that does not exist.", nameof(counts));
        return Enum.GetValues<TOption>().ToImmutableSortedDictionary(option => option, option => counts.GetValueOrDefault(option));
    }

    private static bool Same<TOption>(IReadOnlyDictionary<TOption, int> one, IReadOnlyDictionary<TOption, int> other) =>
        one.Count == other.Count && one.All(count => other.TryGetValue(count.Key, out var same) && same == count.Value);
}
