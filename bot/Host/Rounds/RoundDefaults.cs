using NodaTime;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>What a team starts with until a lead sets it up.</summary>
internal sealed class RoundDefaults
{
    private const string ZoneSetting = "RetroBot:DefaultTimeZone";
    private const int OpenDays = 3;
    private static readonly LocalTime Morning = new(9, 30);
    private static readonly string[] Tools = ["Microsoft 365 Copilot", "GitHub Copilot", "ChatGPT", "Claude", "Gemini"];

    public DateTimeZone Zone { get; }

    public RoundDefaults(IConfiguration configuration) =>
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneIn(configuration)) ?? DateTimeZone.Utc;

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(ZoneIn(configuration)) is null)
            yield return $"{ZoneSetting} is not a time zone of the IANA database, such as Europe/Berlin or America/Sao_Paulo.";
    }

    /// <summary>Settings whose cadence is counted from the week of <paramref name="now"/>.</summary>
    public RoundSettings At(Instant now) => new(
        Cadence.Weekly, IsoDayOfWeek.Thursday, Morning, Zone, OpenDays, new Threshold(Threshold.Lowest), Tools,
        RoundName.Of(now.InZone(Zone).Date).Monday);

    private static string ZoneIn(IConfiguration configuration) => configuration[ZoneSetting] is { Length: > 0 } zone ? zone : "UTC";
}
