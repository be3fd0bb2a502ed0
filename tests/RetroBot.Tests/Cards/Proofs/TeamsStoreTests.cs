using System.Reflection;
using System.Text.RegularExpressions;
using RetroBot.Tests.Attacks;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Cards.Proofs;

/// <summary>The tables of <c>docs/teams-store.md</c> and <c>docs/cards.md</c> name tests that there are, and each row names one or says that something is missing.</summary>
public sealed partial class TeamsStoreTests
{
    private static readonly HashSet<string> Tests =
    [
        .. Everything.Of<Attack>().Select(attack => attack.Name),
        .. Assembly.GetExecutingAssembly().GetTypes().Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any())).Select(type => type.Name),
    ];

    [Theory]
    [InlineData("docs/teams-store.md", "asked for", 20)]
    [InlineData("docs/cards.md", "what", 5)]
    public void Every_row_says_by_what_it_is_shown(string document, string heading, int atLeast)
    {
        var rows = RowsOf(Repository.Read(document).ReplaceLineEndings("\n"), heading).ToList();

        Assert.True(rows.Count >= atLeast, $"Only {rows.Count} rows were found.");
        Assert.All(rows, row => Assert.True(row.Contains("**missing**", StringComparison.Ordinal) || NamesIn(row).Any(), row));
        Assert.Empty(rows.SelectMany(NamesIn).Except(Tests, StringComparer.Ordinal));
    }

    /// <summary>The last cell of each row of the tables that begin with this heading.</summary>
    private static IEnumerable<string> RowsOf(string document, string heading) => document.Split("\n\n")
        .SelectMany(part => part.Split('\n').SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2))
        .Where(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|')[^1]);

    private static IEnumerable<string> NamesIn(string cell) => Quoted().Matches(cell).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"`(?<name>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
