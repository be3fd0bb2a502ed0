namespace RetroBot.Cards.Welcome;

/// <summary>In a chat of several people, which is neither anybody's own nor a team's channel: everybody there could read what is about one.</summary>
public sealed record PrivateOnlyCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["PrivateOnly.Title"];

    private protected override string Text(Texts texts) => texts["PrivateOnly.Text"];
}
