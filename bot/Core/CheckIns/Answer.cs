namespace RetroBot.Core.CheckIns;

/// <summary>What one person answered: choices from fixed lists, nothing else.</summary>
public abstract record Answer
{
    private Answer(Outcome outcome, Obligation? obligation)
    {
        Outcome = outcome;
        Obligation = obligation;
    }

    public Outcome Outcome { get; }

    /// <summary>Null where it was not asked, or not answered.</summary>
    public Obligation? Obligation { get; }

    /// <summary>AI was not used, or there is nothing to say about it: the first question alone.</summary>
    public sealed record Brief : Answer
    {
        /// <exception cref="ArgumentException">The outcome asks for the second step.</exception>
        public Brief(Outcome outcome, Obligation? obligation = null) : base(outcome, obligation)
        {
            if (AsksMore(outcome)) throw new ArgumentException("The outcome asks for the second step.", nameof(outcome));
        }
    }

    /// <summary>AI was used: the first question and the three beside it.</summary>
    public sealed record Full : Answer
    {
        public TimeBand Time { get; }
        public IReadOnlyList<Change> Changes { get; }
        public Confidence Confidence { get; }

        /// <summary>One of the tools that the round offered; null where none was named.</summary>
        public string? Tool { get; }

        /// <exception cref="ArgumentException">The outcome has no second step, no change is given, or one is given twice.</exception>
        public Full(Outcome outcome, TimeBand time, IReadOnlyList<Change> changes, Confidence confidence, string? tool, Obligation? obligation = null) : base(outcome, obligation)
        {
            ArgumentNullException.ThrowIfNull(changes);
            if (!AsksMore(outcome)) throw new ArgumentException("The outcome has no second step.", nameof(outcome));
            if (changes.Count == 0 || changes.Distinct().Count() != changes.Count) throw new ArgumentException("At least one change, none twice.", nameof(changes));
            (Time, Changes, Confidence, Tool) = (time, [.. changes.Order()], confidence, tool);
        }

        public bool Equals(Full? other) =>
            other is not null && Outcome == other.Outcome && Obligation == other.Obligation && Time == other.Time
            && Confidence == other.Confidence && string.Equals(Tool, other.Tool, StringComparison.Ordinal) && Changes.SequenceEqual(other.Changes);

        public override int GetHashCode() => HashCode.Combine(Outcome, Obligation, Time, Changes.Count, Confidence, Tool);
    }

    /// <summary>Whether the check-in card has a second step after this outcome.</summary>
    public static bool AsksMore(Outcome outcome) => outcome is Outcome.Helped or Outcome.NoDifference or Outcome.CostTime;
}
