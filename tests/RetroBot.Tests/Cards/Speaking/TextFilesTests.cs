using System.Globalization;
using System.Text.RegularExpressions;
using RetroBot.Cards;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

/// <summary>Every language says everything, and nothing but what English says.</summary>
public sealed partial class TextFilesTests
{
    /// <summary>Texts that are the same in English and another language, since the words are: all else that is the same was not translated.</summary>
    private static readonly HashSet<string> MayBeEnglish = new(
        ["Command.Status", "Command.CheckIn", "Command.Diagnose", "Command.Pause", "Command.Start", "Command.Stop", "Command.Tools", "SetupSaved.Leads", "SetupSaved.Tools", "Story.Sign", "LeftOutReason.Mention", "YesNoChoice.No", "ExportFormat.Xlsx", "ExportFormat.Csv", "ExportFormat.Json"], StringComparer.Ordinal);

    public static TheoryData<string> Others => [.. Languages.All.Except([Languages.English]).Select(language => language.Tag)];

    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Fact]
    public void All_seven_languages_are_there() => Assert.Equal(["ar", "de", "en", "es", "fr", "ja", "pt-BR"], Languages.All.Select(language => language.Tag).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Others))]
    public void A_language_has_every_text_and_no_other(string tag) =>
        Assert.Equal(BasesOf(TextFiles.English), BasesOf(TextFiles.Of(Language(tag))), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_form_is_one_that_the_language_has_of_a_text_that_agrees_with_a_number(string tag)
    {
        var forms = Enumerable.Range(0, 1_000_001).Select(number => PluralRules.Of(Language(tag).Culture.TwoLetterISOLanguageName, number)).ToHashSet();

        Assert.All(TextFiles.Of(Language(tag)).Keys.Where(TextFiles.IsForm), key =>
        {
            Assert.Contains(TextFiles.FormOf(key), forms);
            Assert.Contains(TextFiles.BaseOf(key), Counted, StringComparer.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_text_holds_the_values_that_the_English_one_holds_and_a_form_may_say_one_in_words(string tag) =>
        Assert.All(TextFiles.Of(Language(tag)), text =>
        {
            var (values, english) = (ValuesIn(text.Value), ValuesIn(TextFiles.English[TextFiles.BaseOf(text.Key)]));
            if (TextFiles.IsForm(text.Key)) Assert.Subset(english, values);
            else Assert.Equal(english, values);
        });

    [Theory]
    [MemberData(nameof(Others))]
    public void Nothing_was_left_in_English(string tag) =>
        Assert.All(TextFiles.Of(Language(tag)).Where(text => SaysSomething().IsMatch(Placeholder().Replace(text.Value, "")) && !text.Key.EndsWith("Example", StringComparison.Ordinal) && !MayBeEnglish.Contains(text.Key)), text =>
            Assert.NotEqual(TextFiles.English[TextFiles.BaseOf(text.Key)], text.Value));

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_text_holds_markup_by_mistake(string tag) =>
        Assert.All(TextFiles.Of(Language(tag)), text =>
        {
            var written = text.Key.StartsWith("StoryView.", StringComparison.Ordinal) ? Bold().Replace(text.Value, "${bold}", 1) : text.Value;
            Assert.DoesNotMatch(@"[\\*_`~<>]|^(#|[+-] |\d+[.)] )|\]\(|\n", written);
            Assert.Equal(text.Value.Trim(), text.Key is "List.Separator" or "StoryView.Separator" ? text.Value.Trim() : text.Value);
        });

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_line_can_break_between_a_share_and_its_sign(string tag) => Assert.All(TextFiles.Of(Language(tag)), text => Assert.DoesNotContain(" %", text.Value, StringComparison.Ordinal));

    /// <summary>Without the marks, the sign of a share goes to the other side of its number when words stand before it: of two shares below each other one would read 10% and one %10.</summary>
    [Fact]
    public void In_Arabic_a_share_is_held_together_by_marks_of_direction() =>
        Assert.All(TextFiles.Of(Language("ar")).Where(text => text.Value.Contains('%', StringComparison.Ordinal)), text => Assert.Matches("\\u200E(10|\\{0\\})%\\u200E", text.Value));

    /// <summary>Every pattern of every text on 84 dates and times: seven days, twelve months.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void Dates_and_times_are_written_in_the_language(string tag)
    {
        var culture = Language(tag).Culture;
        string[] english = [.. Names(CultureInfo.InvariantCulture).Except(Names(CultureInfo.GetCultureInfo(tag)), StringComparer.OrdinalIgnoreCase)];
        var patterns = TextFiles.Of(Language(tag)).Values.SelectMany(text => Placeholder().Matches(text)).Select(match => match.Groups["pattern"].Value).Where(pattern => pattern.Length > 0).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(patterns);
        foreach (var pattern in patterns)
        {
            for (var month = 1; month <= 12; month++)
            for (var day = 1; day <= 7; day++)
            {
                object value = pattern is "N0" ? 12_345 : new DateTimeOffset(2026, month, day, 21, 5, 0, TimeSpan.Zero);
                var written = string.Format(culture, $"{{0:{pattern}}}", value);
                Assert.DoesNotContain(english, name => Regex.IsMatch(written, $@"\b{name}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
                Assert.All(written.Where(char.IsDigit), digit => Assert.InRange(digit, '0', '9'));
                if (pattern.Contains('y', StringComparison.Ordinal)) Assert.Contains("2026", written, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The texts that a card words after a number, as they stand in the sources, and those of periods.</summary>
    private static readonly HashSet<string> Counted = new(
    [
        "SetupSaved.Days", "SetupSaved.ThresholdValue", "PlannedRound.Minutes", "Setup.LeadsCut", "Digest.Answered", "Digest.AnsweredThen", "Digest.AnsweredAndMore", "Digest.AnsweredThenAndMore",
        "Keeping.RetentionEnds", "WhatIsStored.MoreTeams", "TeamWelcome.ShowsValue", "Support.Worked", "Support.DidNotWork",
    ], StringComparer.Ordinal);

    private static Language Language(string tag) => Languages.Find(tag)!;

    private static IEnumerable<string> BasesOf(IReadOnlyDictionary<string, string> texts) => texts.Keys.Where(key => !TextFiles.IsForm(key)).Order(StringComparer.Ordinal);

    private static HashSet<string> ValuesIn(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups["number"].Value)];

    private static IEnumerable<string> Names(CultureInfo culture) => [.. culture.DateTimeFormat.MonthNames, .. culture.DateTimeFormat.DayNames, .. culture.DateTimeFormat.AbbreviatedDayNames];

    [GeneratedRegex(@"\{(?<number>\d)(:(?<pattern>[^{}]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    /// <summary>Two letters beside each other: less is a mark, such as between names.</summary>
    [GeneratedRegex(@"\p{L}{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SaysSomething();

    [GeneratedRegex(@"\*\*(?<bold>[^*]+)\*\*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bold();
}
