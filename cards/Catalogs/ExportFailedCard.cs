using AdaptiveCards;

namespace RetroBot.Cards.Catalogs;

/// <summary>There is no file, why, and what to do.</summary>
/// <param name="LargestMegabytes">A larger file is not sent.</param>
public sealed record ExportFailedCard(ExportProblem Problem, int LargestMegabytes) : NoticeCard
{
    private protected override string Title(Texts texts) => texts[Problem == ExportProblem.Unconfirmed ? "ExportFailed.PerhapsTitle" : "ExportFailed.Title"];

    private protected override string Text(Texts texts) => Problem == ExportProblem.TooLarge ? texts.Format("ExportProblem.TooLarge", LargestMegabytes) : Choices.TextOf(texts, Problem);

    private protected override IEnumerable<AdaptiveAction> Actions(Texts texts) => [ExportCard.Again(texts)];
}
