using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;

namespace RetroBot.Core.Catalogs;

/// <summary>What of a case study is a choice from a list. Alone each says little; together they may be true of one person only.</summary>
/// <param name="Tool">Null, as everywhere here: not given, or left out.</param>
/// <param name="Outcomes">What changed: keys in a fixed order, parted by "; ".</param>
public sealed record Traits(string? Tool, WorkArea? Area, string? Outcomes, Confidence? Confidence, Discovery? Discovery)
{
    public static Traits None { get; } = new(null, null, null, null, null);

    public static Traits Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new(story.Tool, story.Area, string.Join("; ", story.Changes.Select(CatalogWords.Of)), story.Confidence, story.Discovery);
    }

    /// <summary>The same with less detail.</summary>
    public Traits At(Detail detail) => detail switch
    {
        Detail.Everything => this,
        Detail.WithoutDiscovery => this with { Discovery = null },
        Detail.ToolAreaOutcomes => this with { Discovery = null, Confidence = null },
        Detail.AreaOutcomes => new(null, Area, Outcomes, null, null),
        Detail.Area => new(null, Area, null, null, null),
        Detail.Nothing => None,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, null),
    };
}
