namespace RetroBot.Cards.Rounds;

/// <summary>A lead closes the round, before its time or after; the whole channel reads it.</summary>
public sealed record ClosingCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Closing.Title"];

    private protected override string Text(Texts texts) => texts["Closing.Text"];
}
