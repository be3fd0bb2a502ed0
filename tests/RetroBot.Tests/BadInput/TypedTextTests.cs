using FsCheck;
using FsCheck.Fluent;
using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;
using RetroBot.Host.Teams;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>What stands behind a command, out of whatever somebody typed.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("<at>RetroBot</at> we changed the plan", "the plan")]
    [InlineData("  <at id=\"0\">Robo</at>&nbsp; WE\u00A0\n changed:\tThe plan ", "The plan")]
    [InlineData("we changed \u2013 we changed it", "we changed it")]
    [InlineData("we changed the plan <at>retrobot</at>", "the plan")]
    [InlineData("we changed <at>Bo</at> &amp; me", "<at>Bo</at> & me")]
    [InlineData("Wir haben geaendert: Ä und ö", "Ä und ö")]
    [InlineData("変えたこと：会議は15分", "会議は15分")]
    [InlineData("ما غيّرناه: التقرير", "التقرير")]
    [InlineData("we changed", "")]
    [InlineData("we changedit", null)]
    [InlineData("we change it", null)]
    [InlineData("so we changed it", null)]
    [InlineData("open now please", null)]
    [InlineData("", null)]
    public void A_text_is_what_stands_behind_the_command(string typed, string? text) => Assert.Equal(text, Behind(typed));

    [Fact]
    public void The_words_of_every_language_are_understood() =>
        Assert.All(Languages.All, language => Assert.Equal("Ä, 5 %", Behind($"{CommandWords.Of(Command.WeChanged, language)} Ä, 5 %")));

    [Fact]
    public void Nothing_stands_behind_it_in_a_personal_chat() => Assert.Null(CommandWords.FindWithText("we changed the plan", HelpScope.Personal));

    [Fact]
    public void Whatever_is_typed_is_read_without_a_fault() =>
        Prop.ForAll<string?, string?>((before, behind) =>
        {
            var typed = TypedText.Of(Message($"{before}we changed {behind}"));
            return CommandWords.FindWithText(typed, HelpScope.Channel) is not (_, var text) || typed.Contains(text, StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string? Behind(string typed) => CommandWords.FindWithText(TypedText.Of(Message(typed)), HelpScope.Channel)?.Text;

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text, Recipient = new ChannelAccount("28:bot", "RetroBot") };
}
