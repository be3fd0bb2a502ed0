namespace RetroBot.Cards;

/// <summary>A button that RetroBot does not know: from an earlier version, or not from RetroBot.</summary>
public sealed record OldCardCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["OldCard.Title"];

    private protected override string Text(Texts texts) => texts["OldCard.Text"];
}
