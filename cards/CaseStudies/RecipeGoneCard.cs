namespace RetroBot.Cards.CaseStudies;

/// <summary>Withdrawn, its team's rounds gone, or none at all: one and the same card, which tells nobody which.</summary>
public sealed record RecipeGoneCard : NoticeCard
{
    private protected override string Title(Texts texts) => texts["RecipeGone.Title"];

    private protected override string Text(Texts texts) => texts["RecipeGone.Text"];
}
