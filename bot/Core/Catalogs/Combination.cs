namespace RetroBot.Core.Catalogs;

/// <summary>What a row of the catalog shows of its traits, and how much was left out: rows with the same combination are told apart by nothing but their words.</summary>
public sealed record Combination(Detail Detail, Traits Traits)
{
    public static Combination Blank { get; } = new(Detail.Nothing, Traits.None);

    public static Combination Of(Traits traits, Detail detail) => new(detail, traits.At(detail));
}
