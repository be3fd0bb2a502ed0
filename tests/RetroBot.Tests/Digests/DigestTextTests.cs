using System.Globalization;
using RetroBot.Cards.Digests;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Xunit;

namespace RetroBot.Tests.Digests;

public sealed class DigestTextTests
{
    public static TheoryData<string> Keys =>
    [
        .. new[]
        {
            KeysOf([.. Splits.Outcomes, Splits.HelpedOrNot]),
            KeysOf([.. Splits.Times, Splits.GainedOrNot]),
            KeysOf([.. Splits.Confidences, Splits.CheckedOrNot]),
            KeysOf(Splits.Obligations),
            Enum.GetValues<Change>().Select(ChangeKeys.Of),
            [ToolKeys.Other, ToolKeys.NotHelped, ToolKeys.Others],
        }.SelectMany(keys => keys).Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_part_that_a_digest_can_show_has_a_text(string key)
    {
        var card = new DigestCard("Team", "2026-W47", new DateOnly(2026, 11, 16), 5, new(20, 49), [new(DigestCard.Question.Outcome, [new(key, 50)])], ClosedEarly: false);

        // A missing text throws.
        Assert.DoesNotContain(key, card.Render(CultureInfo.GetCultureInfo("en")).ToJson(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> KeysOf<TOption>(IReadOnlyList<Split<TOption>> splits)
        where TOption : struct, Enum =>
        splits.SelectMany(split => split.Parts).Select(part => part.Key);
}
