namespace RetroBot.Host.Search;

/// <summary>That a row holds a word, and how much the word weighs in it. In four bytes, since an index has about ninety of them a row.</summary>
internal readonly struct Posting
{
    /// <summary>Rows that an index can number.</summary>
    public const int MostRows = 1 << 24;

    private const int WeightBits = 8;

    private readonly uint packed;

    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Posting(int row, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, MostRows);
        packed = ((uint)row << WeightBits) | (uint)Math.Clamp(weight, 1, byte.MaxValue);
    }

    public int Row => (int)(packed >> WeightBits);

    public int Weight => (byte)packed;
}
