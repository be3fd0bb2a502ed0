using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;

namespace RetroBot.Core.Catalogs;

/// <summary>One way to part everyone who answered, by one question.</summary>
/// <param name="Keys">Of the parts, in order; see <see cref="Splits"/> and <see cref="ChangeKeys"/>.</param>
/// <param name="Count">How many are in each part.</param>
public sealed record Parting(IReadOnlyList<string> Keys, Func<Tally, IReadOnlyList<int>> Count)
{
    public static Parting Of<TOption>(Split<TOption> split, Func<Tally, IReadOnlyDictionary<TOption, int>> question)
        where TOption : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(split);
        return new([.. split.Parts.Select(part => part.Key)], tally => [.. split.Parts.Select(part => part.Options.Sum(option => tally.Gave(question(tally), option)))]);
    }

    /// <summary>Who gave a change, and who did not.</summary>
    /// <param name="apart">Whether those who did not use AI are a part of their own.</param>
    public static Parting Of(Change change, bool apart) => new([ChangeKeys.Of(change)], tally => apart
        ? [tally.Changes[change], tally.AskedMore - tally.Changes[change], tally.Answered - tally.AskedMore]
        : [tally.Changes[change], tally.Answered - tally.Changes[change]]);
}
