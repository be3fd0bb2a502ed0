namespace RetroBot.Cards.Rounds;

public sealed record CannotCloseCard(CannotCloseReason Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["CannotClose.Title"];

    private protected override string Text(Texts texts) => Choices.TextOf(texts, Reason);
}

public enum CannotCloseReason
{
    NothingOpen,

    /// <summary>Whoever closes right behind one person's answer singles that person out.</summary>
    OpenedTooRecently,

    AlreadyClosing,
}
