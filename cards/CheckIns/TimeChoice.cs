namespace RetroBot.Cards.CheckIns;

public enum TimeChoice
{
    LostTime,
    AboutTheSame,
    UnderFifteenMinutes,
    FifteenToSixtyMinutes,
    OneToFourHours,
    OverFourHours,
    CannotTell,
}
