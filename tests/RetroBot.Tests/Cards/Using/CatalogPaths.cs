using RetroBot.Cards;

namespace RetroBot.Tests.Cards.Using;

/// <summary>From a word written in the own chat to something that can be tried.</summary>
internal static class CatalogPaths
{
    private static readonly Texts Texts = Texts.ForCards(Languages.English.Culture);

    public static IReadOnlyList<CardPath> All { get; } =
    [
        new("Find a case study in the catalog, and how to try it", 1, CardGallery.Named("catalog-found"), [new Step.Unfold($"{Texts["Catalog.HowToTry"]} {CardGallery.Story.Title}")], (_, _) => null),
    ];
}
