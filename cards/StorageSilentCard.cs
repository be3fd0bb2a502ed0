namespace RetroBot.Cards;

/// <summary>What somebody wrote needs storage, which does not answer now. A lead who asks for a diagnosis reads this, too: who is a lead cannot be looked up.</summary>
public sealed record StorageSilentCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["TryAgain.Title"];

    private protected override string Text(Texts texts) => texts["StorageSilent.Text"];
}
