namespace RetroBot.Cards.Catalogs;

/// <summary>There is nothing to export, and why.</summary>
public sealed record EmptyCatalogCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["EmptyCatalog.Title"];

    private protected override string Text(Texts texts) => texts["EmptyCatalog.Text"];
}
