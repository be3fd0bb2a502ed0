using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A11. The program owner: one contributor across cases. What must happen: no stable id, no shared column that groups an author's cases.</summary>
public sealed class A11OneContributorAcrossCases(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Contributors = 6;
    private const int CasesEach = 10;

    public override Holding Holds => Holding.OwnersSeat;

    [Fact]
    public Task Cases_of_one_contributor_or_team_are_not_found_together() => MustWinNothingAsync();

    /// <remarks>Each contributor signs, is in a team of their own and writes in a row: whatever the service knows of them, it could give away here.</remarks>
    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var view = new OwnersView(world);
        var authors = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var author = 0; author < Contributors; author++)
        {
            var cases = Enumerable.Range(0, CasesEach).Select(number => SampleStudies.Published(view.Team($"team {author}"), number, change: (Change)(number % 2), quarter: new Quarter(2026, 3), signature: $"Person {author}")).ToList();
            await view.PublishAsync(cases, Ct);
            foreach (var study in cases) authors[study.Id.Value[^16..]] = author;
        }

        var rows = await view.RowsAsync(Ct);

        List<string> won = [];
        foreach (var column in rows[0].Keys)
        {
            // A value, or the beginning of one, that all cases of one contributor have and those of others lack.
            foreach (var group in Enumerable.Range(1, 8).SelectMany(length => rows.Where(row => row[column].Length >= length).GroupBy(row => row[column][..length], StringComparer.Ordinal)))
                if (group.Count() == CasesEach && group.Select(AuthorOf).Distinct().Count() == 1) won.Add($"{column} begins with {group.Key} in the cases of one contributor.");
        }
        var neighbours = rows.Zip(rows.Skip(1)).Count(pair => AuthorOf(pair.First) == AuthorOf(pair.Second));
        // By chance about 9 of 59; 25 once in a million exports.
        if (neighbours > 25) won.Add($"{neighbours} rows stand beside another of the same contributor.");
        if (rows.Count != Contributors * CasesEach) won.Add("Rows are missing: the attack looked at something else.");
        return won;

        int AuthorOf(IReadOnlyDictionary<string, string> row) => authors[row["id"][^16..]];
    }
}
