using RetroBot.Host.Search;
using Xunit;

namespace RetroBot.Tests.Search;

/// <summary>What somebody types finds what somebody else wrote, in the seven languages.</summary>
public sealed class TextIndexTests
{
    [Theory]
    [InlineData("summarise", "Summaries of long threads")]
    [InlineData("summarizing", "A summary for the board")]
    [InlineData("translation", "Translated the manual")]
    [InlineData("planning", "It planned the sprint")]
    [InlineData("test", "Testing the parser")]
    [InlineData("releases", "Release notes from merged tickets")]
    [InlineData("categories", "One category each")]
    [InlineData("zusammenfassen", "Zusammenfassung langer Protokolle")]
    [InlineData("übersetzt", "Übersetzungen der Anleitung")]
    [InlineData("UEBERSETZUNG Rechnungen", "Rechnung geprüft")]
    [InlineData("grosse Tabelle", "Große Tabellen aufgeräumt")]
    [InlineData("résumé", "Résumer les comptes rendus")]
    [InlineData("traduire", "La traduction du manuel")]
    [InlineData("réunion", "Notes de réunions")]
    [InlineData("vérifié", "Vérification des factures")]
    [InlineData("resumen", "Resumir actas largas")]
    [InlineData("reuniones", "Notas de la reunión")]
    [InlineData("traducir", "Traducción del manual")]
    [InlineData("reuniões", "Notas da reunião")]
    [InlineData("resumo", "Resumir atas longas")]
    [InlineData("tradução", "Traduzimos o manual; traduções revisadas")]
    [InlineData("要約", "長い議事録を要約する")]
    [InlineData("リリースノート", "マージ済みチケットからリリースノートを書く")]
    [InlineData("ﾘﾘｰｽ", "リリースノート")]
    [InlineData("ترجمة", "الترجمة الأولى للدليل")]
    [InlineData("اجتماعات", "ملاحظات الاجتماع")]
    [InlineData("مُلاحَظة", "وملاحظات أخرى")]
    public void A_word_is_found_in_whatever_form_it_is_written(string asked, string written) => Assert.Equal([1], Found(asked, written, "Nothing of the kind 別の話 شيء آخر"));

    [Theory]
    [InlineData("tranlsation", "Translation of the manual")]
    [InlineData("sumary", "A summary for the board")]
    [InlineData("relase", "Release notes")]
    [InlineData("spreadhseets", "Spreadsheets put right")]
    [InlineData("Zusamenfasung", "Zusammenfassung langer Protokolle")]
    [InlineData("tradction", "La traduction du manuel")]
    [InlineData("traducion", "Traducción del manual")]
    [InlineData("reunoes", "Notas das reuniões")]
    [InlineData("اجتماغ", "ملاحظات الاجتماع اجتماع")]
    [InlineData("autom", "Automation of the report")]
    public void A_mistyped_word_is_found_too_and_one_that_was_not_finished(string asked, string written) => Assert.Equal([1], Found(asked, written, "Nothing of the kind 別の話 شيء آخر"));

    [Theory]
    [InlineData("cat", "A category each")]
    [InlineData("tax", "The task was long")]
    [InlineData("会議", "会社の議事録")]
    [InlineData("xylophone", "Release notes")]
    [InlineData("", "Release notes")]
    [InlineData("*", "Release notes")]
    [InlineData("\" OR title:*", "Release notes")]
    public void What_is_not_there_is_not_found(string asked, string written) => Assert.Empty(Found(asked, written));

    [Fact]
    public void Rows_that_hold_every_word_are_found_and_where_none_does_those_that_hold_some()
    {
        string[] titles = ["Release notes", "Release plan for spring", "Notes of meetings", "Debugging"];

        Assert.Equal([1], Found("release notes", titles));
        Assert.Equal([2, 4], Found("spring debugging", titles).Order());
    }

    [Fact]
    public void What_stands_in_the_title_comes_first_and_what_is_rare_says_more()
    {
        var texts = new TextIndexBuilder();
        texts.Add(1, "Something else", "release release release notes");
        texts.Add(2, "Release notes", "something else");
        for (var row = 3; row < 20; row++) texts.Add(row, "Other notes", "of other things");
        var index = texts.Build();

        Assert.Equal([2, 1], index.Matching([.. SearchWords.Of("release notes")]));
        Assert.Equal(2, index.Matching([.. SearchWords.Of("release otherworldly")])[0]);
    }

    [Fact]
    public void Whatever_is_asked_is_a_question_and_no_command()
    {
        var texts = new TextIndexBuilder();
        texts.Add(1, "Release notes", "NEAR AND OR NOT");
        var index = texts.Build();
        string[] hostile = ["\"", "\"\"", "a\" OR \"b", "NEAR(a b)", "title : release", "-release", "release*", "^release", "release AND", "NOT release", "'; DROP TABLE texts; --", "{}()[]\\", "\0release", new string('a', 5000), string.Join(' ', Enumerable.Repeat("release", 500)), "😀 ﷺ ‮release‬"];

        foreach (var asked in hostile) Assert.All(index.Matching([.. SearchWords.Of(asked)]), row => Assert.Equal(1, row));
        Assert.Equal([1], index.Matching([.. SearchWords.Of("release")]));
    }

    private static IReadOnlyList<int> Found(string asked, params string[] titles)
    {
        var texts = new TextIndexBuilder();
        foreach (var (number, title) in titles.Index()) texts.Add(number + 1, title, "");
        return texts.Build().Matching([.. SearchWords.Of(asked)]);
    }
}
