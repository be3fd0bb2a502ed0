namespace RetroBot.Core.CaseStudies;

/// <summary>SHA-256, in hex, of the code that withdraws a case study. The code itself lies in the author's own chat and nowhere else.</summary>
public readonly record struct WithdrawHash
{
    public const int Length = 64;

    public string Value { get; }

    /// <exception cref="ArgumentException">Not 64 lower-case hex digits.</exception>
    public WithdrawHash(string value)
    {
        if (value is not { Length: Length } || !value.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("64 lower-case hex digits.", nameof(value));
        Value = value;
    }

    public override string ToString() => Value;
}
