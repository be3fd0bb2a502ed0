using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Tests.Contracts;
using Xunit;

namespace RetroBot.Tests.CaseStudies;

public sealed class DigestStoriesTests
{
    private const string Round = "2026-W47";

    private static readonly Gen<CaseStudy> AnyStudy =
        from number in Gen.Choose(0, 100_000)
        from area in Gen.Elements(WorkArea.Debugging, WorkArea.Research, WorkArea.WritingCode)
        from tool in Gen.Elements("Copilot", "Claude", null)
        from change in Gen.Elements(Enum.GetValues<Change>())
        select Study(number, $"Title {number}", area, tool, change);

    [Fact]
    public void The_order_in_which_they_came_and_their_ids_make_no_difference() =>
        Prop.ForAll(Shuffled.ToArbitrary(), pair => Titles(pair.Came).SequenceEqual(Titles(pair.CameOtherwise), StringComparer.Ordinal)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Who_signed_and_how_it_fared_make_no_difference() =>
        Prop.ForAll(AnyStudy.ListOf(6).ToArbitrary(), studies =>
            Titles(studies).SequenceEqual(Titles(studies.Select((study, index) => study with { Signature = $"{index}", Support = Support.None, Quarter = new(2020, 1) })), StringComparer.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_are_chosen_at_the_most_none_twice_and_all_where_there_are_fewer() =>
        Prop.ForAll(AnyStudy.ListOf().ToArbitrary(), studies =>
        {
            var chosen = DigestStories.Choose(studies, Round);
            return chosen.Count == Math.Min(DigestStories.Most, studies.Count) && chosen.Distinct().Count() == chosen.Count && chosen.All(studies.Contains);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_of_different_areas_are_chosen_before_two_of_one_whatever_they_say()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            CaseStudy[] studies =
            [
                .. Enumerable.Range(1, 8).Select(number => Study(number, $"{seed} {number}", WorkArea.WritingCode, "Copilot", Change.FewerErrors)),
                Study(11, $"{seed} eleven", WorkArea.Debugging, "Copilot", Change.FewerErrors), Study(12, $"{seed} twelve", WorkArea.Research, "Copilot", Change.FewerErrors),
            ];
            Assert.Equal(3, DigestStories.Choose(studies, Round).Select(study => study.Story.Area).Distinct().Count());
        }
    }

    [Fact]
    public void Of_one_area_those_of_different_tools_are_chosen_and_then_those_of_different_changes()
    {
        CaseStudy[] byTool = [.. Enumerable.Range(1, 5).Select(number => Study(number, $"{number}", WorkArea.Research, "Copilot", Change.FewerErrors)), Study(6, "6", WorkArea.Research, null, Change.FewerErrors)];
        CaseStudy[] byChange = [.. Enumerable.Range(1, 5).Select(number => Study(number, $"{number}", WorkArea.Research, "Copilot", Change.FewerErrors)), Study(6, "6", WorkArea.Research, "Copilot", Change.WorkForOthers)];

        Assert.Contains("6", Titles(byTool), StringComparer.Ordinal);
        Assert.Contains("6", Titles(byChange), StringComparer.Ordinal);
    }

    [Fact]
    public void No_title_comes_first_in_every_round()
    {
        CaseStudy[] studies = [.. Enumerable.Range(1, 3).Select(number => Study(number, $"Title {number}", WorkArea.Research, "Copilot", Change.FewerErrors))];
        Assert.Equal(3, Enumerable.Range(1, 40).Select(week => DigestStories.Choose(studies, $"2026-W{week:00}")[0].Story.Title).Distinct(StringComparer.Ordinal).Count());
    }

    private static Gen<(IReadOnlyList<CaseStudy> Came, IReadOnlyList<CaseStudy> CameOtherwise)> Shuffled =>
        from studies in AnyStudy.ListOf(8)
        let different = studies.DistinctBy(study => study.Story.Title, StringComparer.Ordinal).ToArray()
        from otherwise in Gen.Shuffle(different)
        from ids in Gen.Shuffle(Enumerable.Range(200_000, different.Length).ToArray())
        select ((IReadOnlyList<CaseStudy>)different, (IReadOnlyList<CaseStudy>)[.. otherwise.Zip(ids, (study, id) => study with { Id = Samples.CaseStudyId(id) })]);

    private static List<string> Titles(IEnumerable<CaseStudy> studies) => [.. DigestStories.Choose(studies, Round).Select(study => study.Story.Title)];

    private static CaseStudy Study(int number, string title, WorkArea area, string? tool, Change change) => Samples.CaseStudy(number) with
    {
        Story = new Story(title, null, null, null, [change], null, "Try it", tool, area, null, null, null),
    };
}
