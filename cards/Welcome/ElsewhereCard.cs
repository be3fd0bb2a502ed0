namespace RetroBot.Cards.Welcome;

/// <summary>What was written is a command, and understood in another place.</summary>
/// <param name="Where">It is.</param>
public sealed record ElsewhereCard(HelpScope Where) : NoticeCard
{
    private protected override string Title(Texts texts) => texts["Elsewhere.Title"];

    private protected override string Text(Texts texts) => texts[Where == HelpScope.Channel ? "Elsewhere.Channel" : "Elsewhere.Personal"];
}
