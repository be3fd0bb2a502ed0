namespace RetroBot.Cards.Rounds;

public enum WeekdayChoice
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
