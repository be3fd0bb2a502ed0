namespace RetroBot.Cards.People;

public sealed record StartedCard : NoticeCard
{
    public const string Verb = "people.start";

    private protected override string Title(Texts texts) => texts["Started.Title"];

    private protected override string Text(Texts texts) => texts["Started.Text"];
}
