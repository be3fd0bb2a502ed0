namespace RetroBot.Core.CheckIns;

/// <summary>Stands for one person in one round: 128 bits, hex, worth nothing without the round's key.</summary>
public readonly record struct ParticipantKey
{
    public const int Length = 32;

    public string Value { get; }

    /// <exception cref="ArgumentException">Not 32 lower-case hex digits.</exception>
    public ParticipantKey(string value)
    {
        if (value is not { Length: Length } || !value.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("32 lower-case hex digits.", nameof(value));
        Value = value;
    }

    public override string ToString() => Value;
}
