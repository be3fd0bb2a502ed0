namespace RetroBot.Cards.CaseStudies;

/// <summary>No such case study, withdrawn already, another team's, or a code that is not its own: one and the same card, which tells nobody which.</summary>
public sealed record NothingToWithdrawCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["NothingToWithdraw.Title"];

    private protected override string Text(Texts texts) => texts["NothingToWithdraw.Text"];
}
