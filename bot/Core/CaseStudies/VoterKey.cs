namespace RetroBot.Core.CaseStudies;

/// <summary>Stands for one person at one case study: 128 bits, hex, worth nothing without the case study's vote key.</summary>
public readonly record struct VoterKey
{
    public const int Length = 32;

    public string Value { get; }

    /// <exception cref="ArgumentException">Not 32 lower-case hex digits.</exception>
    public VoterKey(string value)
    {
        if (value is not { Length: Length } || !value.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("32 lower-case hex digits.", nameof(value));
        Value = value;
    }

    public override string ToString() => Value;
}
