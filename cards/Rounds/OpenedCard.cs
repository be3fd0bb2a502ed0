namespace RetroBot.Cards.Rounds;

public sealed record OpenedCard(Moment Closes) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Opened.Title"];

    private protected override string Text(Texts texts) => texts.Format("Opened.Text", Closes.LocalAndUtc(texts));
}
