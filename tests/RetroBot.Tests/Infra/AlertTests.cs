using System.Text.RegularExpressions;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Infra;

/// <summary>Alerts wait for words in the log. If the program does not write them any more, nobody is told of anything.</summary>
public sealed partial class AlertTests
{
    private static readonly string Sources = string.Concat(Repository.Files().Where(path => path.StartsWith("bot/Host/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal)).Select(Repository.Read));

    [Fact]
    public void RetroBot_writes_into_its_log_what_the_alerts_wait_for()
    {
        var awaited = Words().Matches(InfraFiles.All["modules/alerts.bicep"]).SelectMany(line => Quoted().Matches(line.Groups["words"].Value)).Select(match => match.Groups["word"].Value).ToList();

        Assert.True(awaited.Count >= 8, $"Only {awaited.Count} were found.");
        Assert.All(awaited, word => Assert.Contains(word, Sources, StringComparison.Ordinal));
    }

    [GeneratedRegex("words: '(?<words>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("\"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
