namespace RetroBot.Cards.Catalogs;

/// <summary>A file is being made; Teams asks for it in a message of its own.</summary>
public sealed record ExportBegunCard(ExportFormat Format) : NoticeCard
{
    private protected override string Title(Texts texts) => texts.Format("ExportBegun.Title", Choices.TextOf(texts, Format));

    private protected override string Text(Texts texts) => texts["ExportBegun.Text"];
}
