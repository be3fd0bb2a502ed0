namespace RetroBot.Cards.CaseStudies;

/// <summary>What was written is gone; it was never stored.</summary>
public sealed record DiscardedCard : NoticeCard
{
    public const string Verb = "story.discard";

    private protected override string Title(Texts texts) => texts["Discarded.Title"];

    private protected override string Text(Texts texts) => texts["Discarded.Text"];
}
