using System.Text.RegularExpressions;
using RetroBot.Tests.Cards.Speaking;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>What <c>infra/README.md</c> quotes, in italics, is what an operator then reads.</summary>
public sealed partial class OperatorsGuideTests
{
    [Fact]
    public void The_signs_of_trouble_are_quoted_as_RetroBot_writes_them()
    {
        var quoted = Repository.Read("infra/README.md").ReplaceLineEndings("\n").Split("## When something does not work")[1].Split("\n## ")[0].Split('\n')
            .SelectMany(line => Italic().Matches(line)).Select(match => match.Groups["words"].Value).ToList();
        var written = string.Join('\n', [.. TextFiles.English.Values, .. Repository.Files().Where(path => path.StartsWith("bot/Host/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)).Select(Repository.Read)]);

        Assert.True(quoted.Count > 25, $"Only {quoted.Count} were found.");
        Assert.All(quoted, words => Assert.Contains(words, written, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_of_a_diagnosis_that_asks_for_an_operator_is_explained()
    {
        var guide = Repository.Read("infra/README.md");

        Assert.All(
            TextFiles.English.Where(text => text.Key.StartsWith("CheckMessage.", StringComparison.Ordinal) && text.Value.Contains("whoever runs RetroBot", StringComparison.Ordinal)),
            text => Assert.Contains(Beginning().Match(text.Value).Value.TrimEnd(), guide, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<!\*)\*(?<words>[^*]+)\*(?!\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Italic();

    /// <summary>Up to a value or the end of the first sentence.</summary>
    [GeneratedRegex(@"^[^.:,{]+", RegexOptions.None, 1000)]
    private static partial Regex Beginning();
}
