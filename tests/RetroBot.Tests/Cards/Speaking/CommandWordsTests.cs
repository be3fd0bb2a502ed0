using System.Globalization;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;
using Xunit;

namespace RetroBot.Tests.Cards.Speaking;

public sealed class CommandWordsTests
{
    /// <summary>Every command of every place in every language.</summary>
    public static TheoryData<HelpScope, Command, string> All =>
    [
        .. from scope in Enum.GetValues<HelpScope>()
           from command in CommandWords.In(scope)
           from language in Languages.All
           select new TheoryDataRow<HelpScope, Command, string>(scope, command, language.Tag),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_command_is_understood_in_every_language_and_no_word_means_two(HelpScope scope, Command command, string tag) =>
        Assert.Equal(command, CommandWords.Find(CommandWords.Of(command, Languages.Find(tag)!), scope));

    [Theory]
    [MemberData(nameof(All))]
    public void A_command_can_be_typed_as_it_is_shown(HelpScope scope, Command command, string tag)
    {
        var language = Languages.Find(tag)!;
        var words = CommandWords.Of(command, language);

        Assert.Equal(words.ToLower(language.Culture), words);
        Assert.Contains(words, new HelpCard(scope).Render(language.Culture).ToJson(), StringComparison.Ordinal);
        Assert.Equal(command, CommandWords.Find($"  {words.ToUpper(language.Culture)}! ", scope));
        Assert.Equal(command, CommandWords.Find($"“{words}”", scope));
    }

    [Theory]
    [InlineData("Open  Now", Command.OpenNow)]
    [InlineData("open\u00A0now.", Command.OpenNow)]
    [InlineData("\u200Fstatus\u200E?", Command.Status)]
    [InlineData("ｓｔａｔｕｓ", Command.Status)]
    [InlineData("»status«", Command.Status)]
    [InlineData("\uD800status", Command.Status)]
    [InlineData("\uFFFEstatus\uFFFF", Command.Status)]
    [InlineData("„status“", Command.Status)]
    [InlineData("Jetzt öffnen", Command.OpenNow)]
    [InlineData("jetzt oeffnen", Command.OpenNow)]
    [InlineData("jetzt offnen", Command.OpenNow)]
    [InlineData("JETZT SCHLIESSEN", Command.CloseNow)]
    [InlineData("jetzt schließen!", Command.CloseNow)]
    [InlineData("الحالة", Command.Status)]
    [InlineData("«الحالة»", Command.Status)]
    [InlineData("الحـــالة", Command.Status)]
    [InlineData("الحَالَة", Command.Status)]
    [InlineData("الحاله؟", Command.Status)]
    public void What_is_typed_in_a_hurry_is_understood(string typed, Command command) => Assert.Equal(command, CommandWords.Find(typed, HelpScope.Channel));

    [Theory]
    [InlineData("checkin")]
    [InlineData("Check in")]
    [InlineData("CHECK\u2010IN")]
    public void A_hyphen_is_written_or_not(string typed) => Assert.Equal(Command.CheckIn, CommandWords.Find(typed, HelpScope.Personal));

    [Theory]
    [InlineData("catalog release notes", "release notes")]
    [InlineData("Catalogue: release notes", "release notes")]
    [InlineData("CATÁLOGO – notas de versão", "notas de versão")]
    [InlineData("catalogo notas", "notas")]
    [InlineData("カタログ　議事録の要約", "議事録の要約")]
    [InlineData("الكتالوج: تلخيص", "تلخيص")]
    [InlineData("catalog", "")]
    [InlineData("catalog …", "")]
    public void What_is_looked_for_stands_behind_the_command(string typed, string words) => Assert.Equal((Command.Catalog, words), CommandWords.FindWithText(typed, HelpScope.Personal));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?")]
    [InlineData("don't stop")]
    [InlineData("stop asking")]
    [InlineData("stopp it")]
    [InlineData("setup")]
    [InlineData("open now")]
    [InlineData("catalogs")]
    [InlineData("the catalog")]
    public void Anything_else_is_no_command_of_a_personal_chat(string typed) => Assert.Null(CommandWords.Find(typed, HelpScope.Personal));

    [Fact]
    public void A_long_text_is_no_command_however_it_is_blank() => Assert.Null(CommandWords.Find("stop" + new string(' ', 100_000), HelpScope.Personal));

    [Fact]
    public void What_is_typed_is_read_the_same_wherever_the_service_runs()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(Command.WhatIsStored, CommandWords.Find("WHAT IS STORED", HelpScope.Personal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("デ", "テ")]
    [InlineData("プ", "フ")]
    public void A_Japanese_letter_keeps_the_mark_that_makes_it_another(string one, string other) => Assert.NotEqual(TypedWords.Fold(one), TypedWords.Fold(other));

    [Theory]
    [InlineData("ﾃﾞｰﾀ", "データ")]
    [InlineData("e\u0301tat", "état")]
    [InlineData("etat", "état")]
    [InlineData("qu’est-ce", "qu'est ce")]
    [InlineData("&", "")]
    public void Two_ways_of_writing_are_one(string one, string other) => Assert.Equal(TypedWords.Fold(other), TypedWords.Fold(one));
}
