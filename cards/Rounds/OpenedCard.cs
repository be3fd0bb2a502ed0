namespace RetroBot.Cards.Rounds;

/// <param name="Sent">When the cards go out, where they wait for the quiet hours' end; null for now.</param>
public sealed record OpenedCard(Moment Closes, Moment? Sent = null) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Opened.Title"];

    private protected override string Text(Texts texts) =>
        Sent is null ? texts.Format("Opened.Text", Closes.LocalAndUtc(texts)) : texts.Format("Opened.QuietText", Sent.LocalAndUtc(texts), Closes.LocalAndUtc(texts));
}
