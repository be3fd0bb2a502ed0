namespace RetroBot.Cards.Catalogs;

/// <summary>No case study, why, and what there is instead.</summary>
public sealed record CatalogNoticeCard(CatalogNotice Notice) : NoticeCard
{
    private protected override string Title(Texts texts) => texts[$"CatalogNotice.{Notice}.Title"];

    private protected override string Text(Texts texts) => Choices.TextOf(texts, Notice);
}
