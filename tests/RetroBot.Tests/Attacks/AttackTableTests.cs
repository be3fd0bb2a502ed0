using System.Text.RegularExpressions;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>The table of attacks in <c>docs/privacy.md</c> says what there is.</summary>
public sealed partial class AttackTableTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Table = Repository.Read("docs/privacy.md").Split('\n')
        .Where(line => line.StartsWith("| A", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1], cells => cells[2..^1], StringComparer.Ordinal);

    [Fact]
    public void The_table_has_all_26_attacks() => Assert.Equal(Enumerable.Range(1, 26).Select(number => $"A{number}"), Table.Keys);

    [Fact]
    public void Every_attack_stands_in_its_row_and_is_named_by_its_number() => Assert.Equal(
        Everything.Of<Attack>().Select(attack => attack.Name).Order(StringComparer.Ordinal),
        Table.Where(row => row.Value[3].Length > 0).Select(row => Assert.Single(Names(row.Value[3]), name => name.StartsWith(row.Key, StringComparison.Ordinal) && !char.IsAsciiDigit(name[row.Key.Length]))).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_mistake_stands_with_the_attacks_that_it_helps() => Assert.Equal(
        Everything.Of<Mutation>().SelectMany(mutation => ((Mutation)Activator.CreateInstance(mutation)!).Helps.Select(attack => $"{attack.Name} {mutation.Name}")).Order(StringComparer.Ordinal),
        Table.Values.SelectMany(row => Names(row[4]).Select(mutation => $"{Names(row[3]).Single()} {mutation}")).Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_text_around_the_table_names_is_there() => Assert.Empty(
        Repository.Read("docs/privacy.md").Split('\n').Where(line => !line.StartsWith('|')).SelectMany(Names).Where(name => char.IsAsciiLetterUpper(name[0]))
            .Except(typeof(AttackTableTests).Assembly.GetTypes().Select(type => type.Name), StringComparer.Ordinal));

    [Fact]
    public void Every_attack_is_helped_by_a_mistake() => Assert.Empty(
        Everything.Of<Attack>().Select(attack => attack.Name).Except(Everything.Of<Mutation>().SelectMany(mutation => ((Mutation)Activator.CreateInstance(mutation)!).Helps).Select(attack => attack.Name), StringComparer.Ordinal));

    [Fact]
    public void Every_attack_says_its_row_of_the_table()
    {
        foreach (var attack in Everything.Of<Attack>())
        {
            var source = Blanks().Replace(Repository.Read($"tests/RetroBot.Tests/Attacks/{attack.Name}.cs").Replace("///", "", StringComparison.Ordinal).Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal), " ");
            var row = Table.Single(row => attack.Name.StartsWith(row.Key, StringComparison.Ordinal) && !char.IsAsciiDigit(attack.Name[row.Key.Length]));
            Assert.Contains($"{row.Key}. ", source, StringComparison.Ordinal);
            Assert.Contains($": {row.Value[1]}. What must happen: {row.Value[2]}", source, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Names(string cell) => QuotedName().Matches(cell).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedName();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
