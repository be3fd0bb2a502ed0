using FsCheck;
using FsCheck.Fluent;
using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

/// <summary>What holds of every text.</summary>
public sealed class RedactionPropertyTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(4000);

    private static readonly string[] FullNames = ["Anna Schmidt", "Schmidt, Anna", "Will Rose", "May Lee", "山田太郎", "山田 太郎", "أحمد الحربي", "عبد الرحمن العتيبي", "Vincent van der Berg", "María de la Cruz", "Claude Moreau"];

    [Fact]
    public void Redacting_twice_finds_nothing_more_and_changes_nothing() => Prop.ForAll(NastyTexts.Any.ToArbitrary(), text =>
    {
        var once = Redactor.Redact(text, NastyTexts.Terms).Text;
        var twice = Redactor.Redact(once, NastyTexts.Terms);
        return twice.Text == once && twice.Redactions.Count == 0;
    }).Check(Thousands);

    [Fact]
    public void What_is_left_is_clean() => Prop.ForAll(NastyTexts.Any.ToArbitrary(), text =>
        Redactor.Redact(text, NastyTexts.Terms).Text is var left && TextCleaning.Clean(left) == left).Check(Thousands);

    [Fact]
    public void A_text_in_which_nothing_is_found_is_only_cleaned() => Prop.ForAll(NastyTexts.Any.ToArbitrary(), text =>
        Redactor.Redact(text, NastyTexts.Terms) is var redacted && (redacted.Redactions.Count > 0 || redacted.Text == TextCleaning.Clean(text.Replace("\uFFFC", "", StringComparison.Ordinal)))).Check(Thousands);

    [Fact]
    public void Every_redaction_has_its_mark_and_the_text_around_the_marks_is_the_authors() => Prop.ForAll(NastyTexts.Any.ToArbitrary(), text =>
    {
        var redacted = Redactor.Redact(text.Replace("…", "", StringComparison.Ordinal), NastyTexts.Terms);
        var pieces = redacted.Text.Split(Redactor.Mark);
        return pieces.Length == redacted.Redactions.Count + 1 && redacted.Redactions.All(redaction => redaction.Original.Trim().Length > 0);
    }).Check(Thousands);

    [Fact]
    public void No_full_name_is_left() => Prop.ForAll((from before in NastyTexts.Any from name in Gen.Elements(FullNames) from after in NastyTexts.Any select $"{before} {name} {after}").ToArbitrary(), text =>
    {
        var left = $" {Redactor.Redact(text, NastyTexts.Terms).Text} ";
        return !FullNames.Any(name => left.Contains($" {name} ", StringComparison.OrdinalIgnoreCase));
    }).Check(Thousands);

    [Fact]
    public void Strokes_and_prefixes_without_a_word_hide_no_name_that_follows() =>
        Prop.ForAll((from name in OddNames.Arabic from text in OddNames.Arabic select (name, text)).ToArbitrary(), both => !Redactor.Redact($"{both.text} فهد سعود", Roster("فهد آل سعود", both.name)).Text.EndsWith(" فهد سعود", StringComparison.Ordinal)).Check(Thousands);

    [Fact]
    public void However_odd_a_display_name_is_the_names_of_the_others_are_found() =>
        Prop.ForAll(OddNames.Any.ToArbitrary(), name => !Redactor.Redact($"With Zabriskie, {name} and {NastyTexts.Terms.RosterNames[0]}.", Roster("Ives Zabriskie", name)).Text.Contains("Zabriskie", StringComparison.Ordinal)).Check(Thousands);

    [Fact]
    public void A_display_name_is_read_as_far_as_a_directory_keeps_one() =>
        Assert.Equal("With […] and Quince.", Redactor.Redact("With Ives and Quince.", Roster($"Ives {new string(' ', 256)}Quince")).Text);

    [Fact]
    public void A_display_name_of_any_length_leaves_the_others_found() => Assert.All(["a ", "anna ", "ann\u0301", "山", "か\u0301", "ー", "ـ ", "و", "(", ", ", "| ", "\U0001F469\u200D"], piece =>
        Assert.Equal("With […].", Redactor.Redact("With Ives Zabriskie.", Roster("Ives Zabriskie", string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length)))).Text));

    private static RedactionTerms Roster(params string[] names) => new(new("tenant"), names, []);
}
