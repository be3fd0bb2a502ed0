using System.Diagnostics.Metrics;
using System.Text.Json;

namespace RetroBot.Host.Telemetry;

/// <summary>What all instruments have in common.</summary>
internal static class Measures
{
    public const string Meter = "RetroBot";
    public const string Seconds = "s";

    public static Meter OfRetroBot(this IMeterFactory meters) => meters.Create(Meter);

    /// <summary>A name of the program's own as the value of a tag: never anything that came from outside.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");
}
