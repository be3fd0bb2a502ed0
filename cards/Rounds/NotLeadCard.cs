namespace RetroBot.Cards.Rounds;

public sealed record NotLeadCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["NotLead.Title"];

    private protected override string Text(Texts texts) => texts["NotLead.Text"];
}
