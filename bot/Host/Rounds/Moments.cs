using NodaTime;
using RetroBot.Cards;

namespace RetroBot.Host.Rounds;

/// <summary>Instants as a team reads them.</summary>
internal static class Moments
{
    public static Moment Of(Instant at, DateTimeZone zone) => new(at.InZone(zone).ToDateTimeOffset(), zone.Id);
}
