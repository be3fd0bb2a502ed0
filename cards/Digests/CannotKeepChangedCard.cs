namespace RetroBot.Cards.Digests;

/// <summary>Says how to say what the team changed.</summary>
public sealed record CannotKeepChangedCard(CannotKeepChangedReason Reason) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["CannotKeepChanged.Title"];

    private protected override string Text(Texts texts) => Choices.TextOf(texts, Reason);
}

public enum CannotKeepChangedReason
{
    /// <summary>Nothing stood behind the command, or nothing of it could be shown.</summary>
    NothingSaid,

    TooLong,
}
