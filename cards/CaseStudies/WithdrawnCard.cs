namespace RetroBot.Cards.CaseStudies;

public sealed record WithdrawnCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Withdrawn.Title"];

    private protected override string Text(Texts texts) => texts["Withdrawn.Text"];
}
