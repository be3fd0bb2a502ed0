namespace RetroBot.Core.People;

/// <summary>What every id that comes from outside must be.</summary>
public static class Identifiers
{
    /// <summary>Characters. Teams' own conversation ids stay below 200; a table key holds 512.</summary>
    public const int LongestLength = 256;

    public static bool IsValid(string? value) => !string.IsNullOrWhiteSpace(value) && value.Length <= LongestLength;

    internal static string Checked(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, LongestLength, nameof(value));
        return value;
    }
}
