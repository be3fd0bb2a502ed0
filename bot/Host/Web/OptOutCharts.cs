using RetroBot.Cards;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Catalogs;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Web;

/// <summary>The tools that teams of an organisation do without, and why.</summary>
internal static class OptOutCharts
{
    /// <param name="quarters">Those that are shown, the oldest first.</param>
    /// <returns>Which tools, by quarter; then why, in the latest in which there is any.</returns>
    public static IReadOnlyList<ChartData> Of(IReadOnlyList<OrganisationFigures> quarters, PageTexts texts)
    {
        var latest = quarters.LastOrDefault(quarter => quarter.OptOuts.Count > 0);
        return latest is null ? [] : [Tools(quarters, texts), Grounds(latest, texts)];
    }

    private static ChartData Tools(IReadOnlyList<OrganisationFigures> quarters, PageTexts texts) => new(
        texts["Organisation.OptOuts"], texts["Organisation.Tool"], texts["Organisation.Teams"], IsPercent: false, [.. quarters.Select(quarter => quarter.Quarter)],
        [
            .. quarters.Reverse().SelectMany(quarter => quarter.OptOuts).DistinctBy(one => one.Tool, StringComparer.OrdinalIgnoreCase)
                .Select(tool => new ChartData.Line(tool.Tool, [.. quarters.Select(quarter => Cell(quarter.OptOuts.FirstOrDefault(one => string.Equals(one.Tool, tool.Tool, StringComparison.OrdinalIgnoreCase))?.Teams, texts))])),
        ]);

    private static ChartData Grounds(OrganisationFigures quarter, PageTexts texts) => new(
        texts.Format("Organisation.Grounds", quarter.Quarter), texts["Organisation.Ground"], Axis: null, IsPercent: false, [.. quarter.OptOuts.Select(tool => tool.Tool)],
        [
            .. Enum.GetValues<GroundChoice>().Where(choice => quarter.OptOuts.Any(tool => tool.Grounds.Any(one => one.Ground == OptOutTerms.Of(choice))))
                .Select(choice => new ChartData.Line(ChoiceWords.Of(choice, texts.Language.Culture), [.. quarter.OptOuts.Select(tool => Cell(tool.Grounds.FirstOrDefault(one => one.Ground == OptOutTerms.Of(choice))?.Teams, texts))])),
        ]);

    private static ChartData.Cell Cell(Core.Digests.GroupBand? teams, PageTexts texts) => teams is null ? new(texts["Organisation.Withheld"], null) : new(FacetWords.Count(texts, teams), teams.From);
}
