using RetroBot.Host.Privacy.Redaction;
using Xunit;

namespace RetroBot.Tests.Privacy.Redaction;

public sealed class WordListTests
{
    /// <summary>Not of the ordinary words, which are listed by language: languages share some.</summary>
    [Theory]
    [InlineData("after-verbs")]
    [InlineData("arabic-deeds")]
    [InlineData("before-months")]
    [InlineData("between-months")]
    [InlineData("calls")]
    [InlineData("determiners")]
    [InlineData("honorifics")]
    [InlineData("japanese-deeds")]
    [InlineData("months")]
    [InlineData("particles")]
    [InlineData("titles")]
    [InlineData("tools")]
    [InlineData("verbs-of-being")]
    public void A_word_stands_in_a_list_once(string list) => Assert.Equal(WordList.Words(list).Distinct(StringComparer.Ordinal), WordList.Words(list));
}
