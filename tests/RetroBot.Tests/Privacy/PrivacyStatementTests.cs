using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host.Privacy;
using RetroBot.Host.Retention;
using RetroBot.Tests.Attacks;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary><c>docs/privacy.md</c> states nothing for which it does not name what holds it.</summary>
public sealed partial class PrivacyStatementTests
{
    private static readonly string Document = Repository.Read("docs/privacy.md").ReplaceLineEndings("\n");

    /// <summary>The promise is held by everything that follows, what is stored by <c>StorageSchemaTests</c>, and the table of attacks by <see cref="AttackTableTests"/>.</summary>
    private static readonly string[] HeldOtherwise = ["The promise", "What is stored", "The attacks"];

    private static readonly HashSet<string> Holders =
    [
        .. Everything.Of<Attack>().Select(attack => attack.Name[..attack.Name.TakeWhile((letter, at) => at == 0 || char.IsAsciiDigit(letter)).Count()]),
        .. Assembly.GetExecutingAssembly().GetTypes().Where(IsTestClass).Select(type => $"`{type.Name}`"),
    ];

    private static readonly IReadOnlyList<string> Statements = [.. Sections().SelectMany(section => Items(section).Concat(Cells(section)))];

    [Fact]
    public void Every_statement_ends_with_what_holds_it()
    {
        Assert.True(Statements.Count > 50, $"Only {Statements.Count} statements were found.");
        Assert.DoesNotContain(Statements, statement => HoldersOf(statement).Count == 0);
    }

    [Fact]
    public void What_holds_it_is_there() => Assert.Empty(Statements.SelectMany(HoldersOf).Distinct(StringComparer.Ordinal).Except(Holders, StringComparer.Ordinal));

    [Fact]
    public void Every_attack_holds_something() =>
        Assert.Empty(Holders.Where(holder => holder[0] != '`').Except(Statements.SelectMany(HoldersOf), StringComparer.Ordinal));

    [Fact]
    public void What_is_done_within_a_day_is_looked_after_once_a_day()
    {
        Assert.Contains("destroyed within a day", Document, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(1), RetentionWorker.Look);
    }

    [Fact]
    public void Its_figures_are_those_of_the_code() => Assert.All(
        [
            $"fewer than {Words(Threshold.Lowest)} answers, and none about how mandatory using AI feels on fewer than {Words(new Threshold(Threshold.Lowest).ForObligation().Answers)}",
            $"{RetentionPeriod.MostWeeks} weeks, or fewer if the operator chooses",
            $"{(int)Voting.Length.TotalDays} days after the case study was published",
            $"{8 * SecretKey.Length} random bits for each team and round",
            $"only where at least {Words(Threshold.Lowest)} rows",
            $"The case studies that wait, up to {PlacedStories.Most},",
        ],
        figure => Assert.Contains(figure, Document.Replace('\n', ' '), StringComparison.Ordinal));

    /// <summary>But for the first, which says how to read it.</summary>
    private static IEnumerable<string> Sections() =>
        Document.Split("\n## ").Skip(1).Where(section => !Array.Exists(HeldOtherwise, title => section.StartsWith(title, StringComparison.Ordinal)));

    private static IEnumerable<string> Items(string section) => ListItem().Matches(section).Select(item => item.Value.Trim());

    /// <summary>The cells that say something of whoever stands in the first.</summary>
    private static IEnumerable<string> Cells(string section) => section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).SelectMany(row => row.Trim('|').Split('|', StringSplitOptions.TrimEntries).Skip(1));

    private static List<string> HoldersOf(string statement) => [.. Brackets().Match(statement).Groups["holders"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsTestClass(Type type) => !type.IsAbstract && type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any());

    private static string Words(int number) => number switch { 5 => "five", 10 => "ten", _ => number.ToString(CultureInfo.InvariantCulture) };

    [GeneratedRegex(@"^(-|\d+\.) .+(\n +\S.*)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\((?<holders>(A\d+|`\w+`)(, (A\d+|`\w+`))*)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
