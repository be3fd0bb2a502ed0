namespace RetroBot.Cards.Digests;

/// <summary>The channel post that the digest replaces a moment later.</summary>
/// <param name="Monday">The Monday of the round's ISO week.</param>
public sealed record DigestClosingCard(DateOnly Monday) : NoticeCard
{
    private protected override string Title(Texts texts) => texts.Format("DigestClosing.Title", Monday);

    private protected override string Text(Texts texts) => texts["DigestClosing.Text"];
}
