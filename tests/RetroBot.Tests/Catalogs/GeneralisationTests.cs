using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using Xunit;

namespace RetroBot.Tests.Catalogs;

public sealed class GeneralisationTests
{
    private static readonly int Fewest = Generalisation.Threshold.Answers;
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>Few values of each, so that some combinations are common and others rare.</summary>
    private static readonly Gen<Traits> AnyTraits =
        from tool in Gen.Elements<string?>(null, "Copilot", "Claude")
        from area in Gen.Elements(WorkArea.WritingCode, WorkArea.Compliance)
        from outcomes in Gen.Elements("less_tedious", "fewer_errors")
        from confidence in Gen.Elements<Confidence?>(null, Confidence.Guess)
        from discovery in Gen.Elements<Discovery?>(null, Discovery.Colleague)
        select new Traits(tool, area, outcomes, confidence, discovery);

    private static readonly Gen<List<Traits>> Catalog = from size in Gen.Choose(0, 60) from rows in Gen.ListOf(AnyTraits, size) select rows.ToList();

    [Fact]
    public void No_combination_that_is_shown_is_shared_by_fewer_rows_than_the_threshold() => Prop.ForAll(Catalog.ToArbitrary(), rows =>
        Shown(rows, Generalisation.Of(Counted(rows))).Where(shown => shown != Combination.Blank).CountBy(shown => shown).All(group => group.Value >= Fewest)).Check(Thousands);

    [Fact]
    public void Rows_are_shown_as_they_are_or_with_less_and_never_with_something_else() => Prop.ForAll(Catalog.ToArbitrary(), rows =>
        rows.Zip(Shown(rows, Generalisation.Of(Counted(rows)))).All(row => row.Second.Traits == row.First.At(row.Second.Detail))).Check(Thousands);

    [Fact]
    public void A_row_shows_less_only_where_too_few_others_are_left_to_show_more_with() => Prop.ForAll(Catalog.ToArbitrary(), rows =>
    {
        var shown = Shown(rows, Generalisation.Of(Counted(rows)));
        return Enum.GetValues<Detail>().Except([Detail.Nothing]).All(detail =>
            rows.Zip(shown).Where(row => row.Second.Detail > detail).CountBy(row => row.First.At(detail)).All(group => group.Value < Fewest));
    }).Check(Thousands);

    [Fact]
    public void The_order_of_rows_makes_no_difference() => Prop.ForAll(Catalog.ToArbitrary(), rows =>
        Generalisation.Of(Counted(rows)).SetEquals(Generalisation.Of(Counted(rows.AsEnumerable().Reverse())))).Check(Thousands);

    [Fact]
    public void Whatever_comes_or_goes_later_no_row_shows_anything_that_it_did_not_show_before_or_that_too_few_share() => Prop.ForAll(
        (from settled in Catalog from withdrawn in Gen.Choose(0, 30) from late in Catalog select (settled, withdrawn, late)).ToArbitrary(),
        of =>
        {
            var combinations = Generalisation.Of(Counted(of.settled));
            var stay = of.settled.Skip(of.withdrawn).ToList();
            List<Traits> today = [.. stay, .. of.late];
            var release = new Release(combinations, Counted(today));
            var now = today.ConvertAll(release.ShownOf);
            return stay.Zip(now).All(row => row.Second == Combination.Blank || row.Second == Generalisation.ShownOf(row.First, combinations))
                && now.Where(shown => shown != Combination.Blank).CountBy(shown => shown).All(group => group.Value >= Fewest);
        }).Check(Thousands);

    [Fact]
    public void The_rarest_combinations_are_left_out_where_there_are_too_many_to_keep()
    {
        var rows = Enumerable.Range(0, Generalisation.Most + 1).ToDictionary(tool => new Traits($"{tool}", WorkArea.Other, "less_tedious", null, null), tool => tool == 0 ? 5 : 6);

        var combinations = Generalisation.Of(rows);

        Assert.Equal(Generalisation.Most, combinations.Count);
        Assert.DoesNotContain(combinations, combination => combination.Traits.Tool == "0");
    }

    private static Dictionary<Traits, int> Counted(IEnumerable<Traits> rows) => rows.CountBy(row => row).ToDictionary();

    private static List<Combination> Shown(List<Traits> rows, IReadOnlySet<Combination> combinations) => rows.ConvertAll(row => Generalisation.ShownOf(row, combinations));
}
