namespace RetroBot.Cards.CheckIns;

/// <summary>A card of another person, team, round or tenant. Says nothing about whose it is.</summary>
public sealed record NotYoursCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["NotYours.Title"];

    private protected override string Text(Texts texts) => texts["NotYours.Text"];
}
