namespace RetroBot.Cards.Catalogs;

/// <summary>Who may export, and how one becomes one of them.</summary>
public sealed record NotProgramOwnerCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["NotProgramOwner.Title"];

    private protected override string Text(Texts texts) => texts["NotProgramOwner.Text"];
}
