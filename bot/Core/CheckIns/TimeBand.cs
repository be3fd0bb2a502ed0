namespace RetroBot.Core.CheckIns;

/// <summary>"Compared with your usual way, checking included": a bucket, never an amount.</summary>
public enum TimeBand
{
    LostTime,
    AboutTheSame,
    UnderFifteenMinutes,
    FifteenToSixtyMinutes,
    OneToFourHours,
    OverFourHours,
    CannotTell,
}
