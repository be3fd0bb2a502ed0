using FsCheck;
using FsCheck.Fluent;
using RetroBot.Core.CheckIns;

namespace RetroBot.Tests.Digests;

/// <summary>People who are known one by one, so that it can be said how many of them answer otherwise a week later.</summary>
/// <param name="Given">What each person answered, the same person at the same place; null for nothing.</param>
internal sealed record Colleagues(IReadOnlyList<Answer?> Given)
{
    public IReadOnlyList<Answer> Answers { get; } = [.. Given.OfType<Answer>()];

    public int DifferingFrom(Colleagues other) => Given.Zip(other.Given).Count(person => !Equals(person.First, person.Second));

    /// <summary>Who answers nothing and who answers, but not this, are two.</summary>
    public int DifferingInObligationFrom(Colleagues other) =>
        Given.Zip(other.Given).Count(person => (person.First is null) != (person.Second is null) || person.First?.Obligation != person.Second?.Obligation);

    /// <param name="changes">By person; null for whoever answers no more.</param>
    public Colleagues After(IEnumerable<(int Person, Answer? Answer)> changes)
    {
        var given = Given.ToArray();
        foreach (var (person, answer) in changes) given[person % given.Length] = answer;
        return new Colleagues(given);
    }

    /// <summary>Some who answer and some who do not yet.</summary>
    public static Gen<Colleagues> Any { get; } =
        from answers in SampleRounds.OfSize(3, 40)
        from silent in Gen.Choose(0, 8)
        select new Colleagues([.. answers, .. new Answer?[silent + 1]]);

    /// <summary>Mostly a few, sometimes nearly everybody.</summary>
    public static Gen<(int Person, Answer? Answer)[]> Changes { get; } =
        from people in Gen.Frequency((4, Gen.Choose(0, 3)), (3, Gen.Choose(3, 7)), (2, Gen.Choose(8, 60)))
        from changes in Gen.ArrayOf(
            from person in Gen.Choose(0, 1000)
            from answer in Gen.Frequency((1, Gen.Constant((Answer?)null)), (4, SampleRounds.AnyAnswer.Select(answer => (Answer?)answer)))
            select (person, answer), people)
        select changes;

    public static Gen<(Colleagues One, Colleagues Other)> Pairs { get; } = from team in Any from changes in Changes select (team, team.After(changes));

    /// <summary>The same people week after week.</summary>
    public static Gen<List<Colleagues>> Weeks { get; } =
        from team in Any
        from changes in Gen.Choose(1, 14).SelectMany(weeks => Gen.ListOf(Changes, weeks))
        select changes.Aggregate(new List<Colleagues> { team }, (weeks, next) => [.. weeks, weeks[^1].After(next)]);
}
