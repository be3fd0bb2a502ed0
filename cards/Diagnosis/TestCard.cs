namespace RetroBot.Cards.Diagnosis;

/// <summary>Comes to whoever wanted to see whether cards come.</summary>
public sealed record TestCard(string TeamName) : NoticeCard
{
    private protected override string About => TeamName;

    private protected override string Title(Texts texts) => texts["Test.Title"];

    private protected override string Text(Texts texts) => texts["Test.Text"];
}
