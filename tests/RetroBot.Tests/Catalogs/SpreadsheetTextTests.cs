using FsCheck;
using FsCheck.Fluent;
using RetroBot.Host.Catalogs;
using Xunit;

namespace RetroBot.Tests.Catalogs;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t1")]
    [InlineData("\r1")]
    [InlineData("\n1")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("\u3000=1")]
    [InlineData("\u200B=1")]
    [InlineData("\uFEFF=1")]
    [InlineData("\"=1\"")]
    [InlineData("' =1")]
    [InlineData("“=1”")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("﹦1")]
    public void What_a_spreadsheet_would_run_begins_with_an_apostrophe(string text) => Assert.Equal("'" + text, SpreadsheetText.WithoutFormulas(text)[..(text.Length + 1)]);

    [Theory]
    [InlineData("notes;=1+1", "notes;'=1+1")]
    [InlineData("notes; \"=1+1", "notes;' \"=1+1")]
    [InlineData("notes\n=1+1", "notes\n'=1+1")]
    [InlineData("notes\t@x", "notes\t'@x")]
    public void So_does_what_comes_after_the_separator_of_another_country(string text, string safe) => Assert.Equal(safe, SpreadsheetText.WithoutFormulas(text));

    [Theory]
    [InlineData("")]
    [InlineData("Release notes")]
    [InlineData("a = b + c - d @ e")]
    [InlineData("漢字 \"quoted\", with commas; and more")]
    [InlineData("\"quoted\"")]
    [InlineData("🎉")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, SpreadsheetText.WithoutFormulas(text));

    [Fact]
    public void Nothing_but_apostrophes_is_added_and_nothing_taken_away() => Prop.ForAll(Gen.ListOf(Gen.Elements("=+-@\t\r\n ;|'\"a＝漢\uD83D".ToCharArray())).Select(letters => new string([.. letters])).ToArbitrary(), text =>
        string.Equals(SpreadsheetText.WithoutFormulas(text).Replace("'", "", StringComparison.Ordinal), text.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void XML_is_given_no_character_that_it_forbids() => Assert.Equal("a\tb漢🎉\uFFFD", SpreadsheetText.ForXml("a\tb\0\u001B漢🎉\uFFFE\uD83D"));
}
