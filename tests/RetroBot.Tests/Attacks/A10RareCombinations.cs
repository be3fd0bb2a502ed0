using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A10. The program owner: rare tool × area × outcome. What must happen: generalised or absent.</summary>
public sealed class A10RareCombinations(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Fewest = 5;

    private static readonly string[] Categories = ["vendor_name", "topic_area", "outcome_tags", "benefits", "confidence", "verification_level", "discovery_source", "reporting_period", "suppression_note"];
    private static readonly Quarter Closed = new(2026, 3);
    private static readonly Quarter Open = new(2026, 4);

    public override Holding Holds => Holding.OwnersSeat;

    [Fact]
    public Task No_row_can_be_picked_out_by_its_tool_area_and_outcomes() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var view = new OwnersView(world);
        await view.PublishAsync(Enumerable.Range(0, 48).Select(number => SampleStudies.Published(
            view.Team($"team {number % 3}"), number,
            area: number % 7 == 0 ? WorkArea.Compliance : WorkArea.WritingCode,
            tool: number % 11 == 0 ? "Claude" : "Copilot",
            change: number % 5 == 0 ? Change.FewerErrors : Change.LessTedious,
            confidence: number % 13 == 0 ? Confidence.Measured : Confidence.Guess,
            discovery: number % 4 == 0 ? Discovery.Training : Discovery.Colleague,
            quarter: number % 2 == 0 ? Closed : Open)), Ct);

        var rows = await view.RowsAsync(Ct);

        List<string> won = [.. rows.Where(row => row["topic_area"].Length > 0).CountBy(row => string.Join(" × ", Categories.Select(column => row[column])), StringComparer.Ordinal)
            .Where(group => group.Value < Fewest).Select(group => $"{group.Value} rows are alone with {group.Key}.")];
        if (!rows.Any(row => row["vendor_name"] == "Copilot")) won.Add("What many share is left out too: the attack looked at nothing.");
        return won;
    }
}
