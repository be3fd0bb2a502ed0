namespace RetroBot.Cards.CheckIns;

/// <summary>A button pressed after the close: nothing was changed.</summary>
public sealed record RoundOverCard(string TeamName) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["RoundOver.Title"];

    private protected override string Text(Texts texts) => texts.Format("RoundOver.Text", TeamName);
}
