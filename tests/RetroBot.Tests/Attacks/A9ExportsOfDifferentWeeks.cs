using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A9. The program owner: compares exports of different weeks; late arrivals. What must happen: old rows unchanged; a new number rests on at least k new answers.</summary>
public sealed class A9ExportsOfDifferentWeeks(SavingStorageEmulator emulator) : Attack(emulator)
{
    /// <summary>A week after the quarter's last day has passed everywhere.</summary>
    private static readonly Quarter Closed = new(2026, 3);

    public override Holding Holds => Holding.OwnersSeat;

    [Fact]
    public Task An_export_tells_of_an_old_row_what_the_one_before_told() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var view = new OwnersView(world);
        await view.PublishAsync(Studies(view, 0, 5, WorkArea.WritingCode), Ct);
        await view.PublishAsync(Studies(view, 5, 4, WorkArea.Compliance), Ct);
        var first = await view.RowsAsync(Ct);
        await view.PublishAsync(Studies(view, 9, 1, WorkArea.Compliance), Ct);
        await view.PublishAsync(Studies(view, 10, 1, WorkArea.WritingCode), Ct);
        var second = await view.RowsAsync(Ct);
        await view.WithdrawAsync(SampleStudies.Published(view.Team("blue"), 0).Id, Ct);
        await view.WithdrawAsync(SampleStudies.Published(view.Team("blue"), 1).Id, Ct);
        var third = await view.RowsAsync(Ct);

        List<string> won = [.. Changes(first, second, mayGoBlank: false), .. Changes(second, third, mayGoBlank: true)];
        if (first.Count(row => row["topic_area"] == "writing_code") != 5) won.Add("Five that are alike show nothing: the attack looked at nothing.");
        return won;
    }

    /// <param name="mayGoBlank">What others withdrew may have left too few of a kind; those then say less, and nothing else.</param>
    private static IEnumerable<string> Changes(IReadOnlyList<IReadOnlyDictionary<string, string>> before, IReadOnlyList<IReadOnlyDictionary<string, string>> after, bool mayGoBlank)
    {
        var old = before.ToDictionary(row => row["id"], StringComparer.Ordinal);
        foreach (var row in after.Where(row => old.ContainsKey(row["id"])))
        {
            foreach (var (column, value) in row.Where(cell => cell.Key != "suppression_note" || !mayGoBlank))
                if (value != old[row["id"]][column] && !(mayGoBlank && value.Length == 0)) yield return $"{column} of an old row was “{old[row["id"]][column]}” and is “{value}”.";
        }
    }

    private static IEnumerable<CaseStudy> Studies(OwnersView view, int from, int count, WorkArea area) =>
        Enumerable.Range(from, count).Select(number => SampleStudies.Published(view.Team("blue"), number, area: area, tool: "Copilot", change: Change.FewerErrors, quarter: Closed));
}
