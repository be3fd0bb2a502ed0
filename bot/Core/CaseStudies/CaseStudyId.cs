using RetroBot.Core.Rounds;

namespace RetroBot.Core.CaseStudies;

/// <summary>A case study of a team: 128 random bits in hex, which tell neither when it was written nor after which.</summary>
public sealed record CaseStudyId
{
    public const int Length = 32;

    public TeamId Team { get; }
    public string Value { get; }

    /// <exception cref="ArgumentException">Not 32 lower-case hex digits.</exception>
    public CaseStudyId(TeamId team, string value)
    {
        if (!IsValid(value)) throw new ArgumentException("32 lower-case hex digits.", nameof(value));
        (Team, Value) = (team, value);
    }

    public static bool IsValid(string? value) => value is { Length: Length } && value.All(char.IsAsciiHexDigitLower);

    public override string ToString() => Value;
}
