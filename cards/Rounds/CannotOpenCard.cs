namespace RetroBot.Cards.Rounds;

public sealed record CannotOpenCard(CannotOpenReason Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["CannotOpen.Title"];

    private protected override string Text(Texts texts) => Choices.TextOf(texts, Reason);
}

public enum CannotOpenReason
{
    AlreadyOpen,

    /// <summary>This period's round was held and closed: a closed round is never opened again.</summary>
    AlreadyHeld,

    /// <summary>The round before is still being counted.</summary>
    StillClosing,
}
