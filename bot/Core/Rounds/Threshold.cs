namespace RetroBot.Core.Rounds;

/// <summary>How many answers a number must rest on before anyone may read it.</summary>
public readonly record struct Threshold
{
    public const int Lowest = 5;

    /// <summary>Past this a team would never read a number.</summary>
    public const int Highest = 100;

    private const int LowestForObligation = 10;

    public int Answers { get; }

    /// <exception cref="ArgumentOutOfRangeException">Below <see cref="Lowest"/>: a team may ask for more, nobody for less. Or above <see cref="Highest"/>.</exception>
    public Threshold(int answers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answers, Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(answers, Highest);
        Answers = answers;
    }

    /// <summary>For the question that people may pay for having answered: higher, so that a handful who compare notes cannot subtract themselves.</summary>
    public Threshold ForObligation() => new(Math.Max(LowestForObligation, Answers));

    public bool Allows(int count) => count >= Answers;
}
