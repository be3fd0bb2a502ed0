using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;

namespace RetroBot.Core.Catalogs;

/// <summary>A tool that several teams of an organisation do without, as plain values that any JSON writer keeps.</summary>
/// <param name="Tool">As most of those teams write it.</param>
/// <param name="Teams">How many.</param>
/// <param name="Grounds">Why, the most frequent range first; empty when withheld.</param>
public sealed record OptOutFigure(string Tool, GroupBand Teams, IReadOnlyList<OptOutFigure.Because> Grounds)
{
    private static readonly Threshold Threshold = new(Threshold.Lowest);

    /// <summary>
    /// Those that enough teams do without while enough others are asked about them: else the ones or the others would be known one by one. Grounds that too few teams give are counted with
    /// <see cref="OptOutGround.Other"/>, and there are two at least, or none.
    /// </summary>
    /// <param name="teams">Of one organisation.</param>
    /// <returns>The highest range first, and within one by name: an order by numbers would tell more than the ranges do.</returns>
    public static IReadOnlyList<OptOutFigure> Of(IReadOnlyCollection<Team> teams)
    {
        ArgumentNullException.ThrowIfNull(teams);
        var listed = teams.SelectMany(team => team.Settings.Tools.Distinct(StringComparer.OrdinalIgnoreCase)).CountBy(tool => tool, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. teams.SelectMany(team => team.OptOuts).GroupBy(optOut => optOut.Tool, StringComparer.OrdinalIgnoreCase)
                .Select(tool => (OptOuts: tool.ToList(), Others: listed.GetValueOrDefault(tool.Key) - tool.Count()))
                .Where(tool => Threshold.Allows(tool.OptOuts.Count) && Threshold.Allows(tool.Others))
                .Select(tool => new OptOutFigure(Name(tool.OptOuts), GroupBand.Of(tool.OptOuts.Count, Threshold), Told(tool.OptOuts)))
                .OrderByDescending(tool => tool.Teams.From).ThenBy(tool => tool.Tool, StringComparer.Ordinal),
        ];
    }

    public bool Equals(OptOutFigure? other) => other is not null && string.Equals(Tool, other.Tool, StringComparison.Ordinal) && Teams == other.Teams && Grounds.SequenceEqual(other.Grounds);

    public override int GetHashCode() => HashCode.Combine(Tool, Teams, Grounds.Count);

    private static string Name(List<ToolOptOut> optOuts) => optOuts.CountBy(one => one.Tool, StringComparer.Ordinal).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;

    private static IReadOnlyList<Because> Told(List<ToolOptOut> optOuts)
    {
        var counts = optOuts.CountBy(one => one.Ground).ToDictionary();
        while (counts.Count > 1 && counts.Values.Any(teams => !Threshold.Allows(teams)))
        {
            var least = counts.Where(count => count.Key != OptOutGround.Other).MinBy(count => (count.Value, count.Key));
            counts.Remove(least.Key);
            counts[OptOutGround.Other] = counts.GetValueOrDefault(OptOutGround.Other) + least.Value;
        }
        if (counts.Count < 2) return [];
        return [.. counts.Select(count => new Because(count.Key, GroupBand.Of(count.Value, Threshold))).OrderBy(one => one.Ground == OptOutGround.Other).ThenByDescending(one => one.Teams.From).ThenBy(one => one.Ground)];
    }

    /// <param name="Teams">How many teams give it.</param>
    public sealed record Because(OptOutGround Ground, GroupBand Teams);
}
