using System.Runtime.CompilerServices;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using Outcome = RetroBot.Core.CheckIns.Outcome;

namespace RetroBot.Tests.Digests;

/// <summary>What a section of a digest reads, for every way in which a number of people can have answered.</summary>
internal static class SectionTexts
{
    public const string Withheld = "withheld";

    public static string Of(IReadOnlyList<DigestShare>? shares) =>
        shares is null ? Withheld : string.Join(", ", shares.Select(share => $"{share.Key} {share.Tool} {share.Percent}"));

    /// <summary>One count an option, in order, and last how many have none. The array is the same one each time.</summary>
    public static IEnumerable<(int[] Counts, string Section)> Of<TOption>(IReadOnlyList<Split<TOption>> splits, int people)
        where TOption : struct, Enum =>
        KnownCounts.Ways(people, splits[0].Parts.SelectMany(part => part.Options).Count()).Select(counts => (counts, Of(Suppression.Shares(splits, option => Place(option) is var place && place < counts.Length ? counts[place] : 0, SampleRounds.Five))));

    /// <summary>The same for the tools: one count a tool, then helped by none of them, then not helped.</summary>
    /// <param name="outcomesShown">Only ways beside which outcomes are shown, or only those beside which they are not.</param>
    public static IEnumerable<(int[] Counts, string Section)> OfTools(int people, bool outcomesShown)
    {
        string?[] tools = [.. SampleRounds.Tools, null];
        return
            from counts in KnownCounts.Ways(people, tools.Length + 1)
            let sections = DigestSections.Of(Tally.Of(Answers(counts)), SampleRounds.Tools, SampleRounds.Five)
            where Shares(sections, DigestQuestion.Outcome) is not null == outcomesShown
            select (counts, Of(Shares(sections, DigestQuestion.Tools)));

        static IReadOnlyList<DigestShare>? Shares(IReadOnlyList<DigestSection> sections, DigestQuestion question) => sections.Single(section => section.Question == question).Shares;

        Answer[] Answers(int[] counts) =>
            [.. tools.SelectMany((tool, index) => counts[index].Times(() => SampleRounds.Helped(tool: tool))), .. counts[^1].Times(() => SampleRounds.Gave(Outcome.NotRelevant))];
    }

    /// <summary>The parts of every split, as places in the counts.</summary>
    public static int[][] PartsOf<TOption>(IReadOnlyList<Split<TOption>> splits)
        where TOption : struct, Enum =>
        [.. splits.SelectMany(split => split.Parts).Select(part => part.Options.Select(Place).ToArray())];

    private static int Place<TOption>(TOption? option)
        where TOption : struct, Enum =>
        option is { } given ? Unsafe.As<TOption, int>(ref given) : Options<TOption>.Count;

    private static class Options<TOption>
        where TOption : struct, Enum
    {
        public static readonly int Count = Enum.GetValues<TOption>().Length;
    }
}
