namespace RetroBot.Cards;

/// <summary>A time as a team reads it.</summary>
/// <param name="At">With the offset that the zone has at that time.</param>
/// <param name="Zone">The IANA name of the team's time zone.</param>
public sealed record Moment(DateTimeOffset At, string Zone)
{
    internal Phrase Local(Texts texts) => new(texts.Format("Moment.Local", At, Zone));

    internal Phrase LocalAndUtc(Texts texts) => Zone == "UTC" ? Local(texts) : new(texts.Format("Moment.LocalAndUtc", At, Zone, At.UtcDateTime));
}
