using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using RetroBot.Cards;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.Commands;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Cards.Speaking;
using Xunit;

namespace RetroBot.Tests.Cards;

public sealed partial class TextTests
{
    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Clone.Root, "cards"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)];

    private static readonly string[] Keys =
        [.. new ResourceManager("RetroBot.Cards.Texts", typeof(Card).Assembly).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key)];

    /// <summary>Keys as they stand in the sources, and those that are made of an enumeration's name and value. The parts of a digest are Core's: see DigestTextTests.</summary>
    private static readonly HashSet<string> Used = new(
        Sources.SelectMany(source => KeyPattern().Matches(source).Select(match => match.Groups["key"].Value))
            .Concat(typeof(Card).Assembly.GetExportedTypes().Where(type => type.IsEnum).SelectMany(type => Enum.GetNames(type).Select(value => $"{type.Name}.{value}")))
            .Concat(Enum.GetNames<Command>().Select(command => $"Command.{command}.Text"))
            .Concat(Enum.GetNames<CatalogNotice>().Select(notice => $"CatalogNotice.{notice}.Title")),
        StringComparer.Ordinal);

    [Fact]
    public void Every_text_that_is_used_is_there() => Assert.Empty(Used.Except(Keys, StringComparer.Ordinal));

    [Fact]
    public void Every_text_that_is_there_is_used() => Assert.Empty(Keys.Where(key => !key.StartsWith("Share.", StringComparison.Ordinal) && !TextFiles.IsForm(key)).Except(Used, StringComparer.Ordinal));

    [Fact]
    public void No_words_for_people_stand_in_the_sources() =>
        Assert.Empty(Sources.SelectMany(source => source.Split('\n'))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal))
            .SelectMany(line => WordsPattern().Matches(line).Select(match => match.Value)));

    [Fact]
    public void The_promise_stands_in_its_own_words() =>
        Assert.Equal(
            "While the round is open, RetroBot must know that an answer is yours, so that you can change it. It is stored sealed. When the round closes, the "
            + "answers are added up, then they and the key are destroyed, and from then on nobody can tell which answer was yours: not your lead, not the program owner, not the people who run RetroBot, not RetroBot.",
            new ResourceManager("RetroBot.Cards.Texts", typeof(Card).Assembly).GetString("Promise", CultureInfo.InvariantCulture));


    /// <summary>"Saved.Title", and "Promise" alone.</summary>
    [GeneratedRegex("\"(?<key>[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+|Promise)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("\"[^\"{]*[a-z]{2,} [a-z]{2,}[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordsPattern();
}
