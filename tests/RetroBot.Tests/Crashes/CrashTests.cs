using System.Globalization;
using RetroBot.Tests.Attacks;
using RetroBot.Tests.CaseStudies;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>The service, a process of its own, is killed while it closes a round, and started again: it ends as if nobody had died. What happens is listed in the test's output.</summary>
public sealed class CrashTests(UndisturbedClose undisturbed, ITestOutputHelper output) : IClassFixture<UndisturbedClose>
{
    private const int Seeds = 6;
    private const string NotMade = "not made";

    public static TheoryData<string> Mistakes => [.. Everything.Of<ClosingMistake>().Select(mistake => mistake.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PreparedRound Round => undisturbed.Round;

    private Judge Judge => new(Round, undisturbed.Ending);

    [Fact]
    public async Task A_service_that_is_killed_before_or_after_any_of_its_calls_ends_the_round_as_if_it_had_lived()
    {
        var calls = undisturbed.Calls;
        await using var worlds = new Scenarios<Closing>(output, ct => Closing.MakeAsync(Round, instances: 1, ct));
        var crashes = CrashSample.Of(calls);
        var verdicts = await worlds.JudgeAsync(crashes, KillAsync, Ct);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls.Count} calls, {verdicts.Values.Count(verdict => verdict.Remark != NotMade)} kills."));
        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    [Fact]
    public void Undisturbed_it_counts_every_answer_publishes_what_waits_and_destroys_what_it_must()
    {
        var ending = undisturbed.Ending;

        Assert.Empty(Judge.Faults(ending, notices: 0));
        Assert.All(Round.Traces, trace => Assert.Contains(Round.Open.All, stored => stored.Row.Any(column => trace.IsIn(column.Value))));
        Assert.Equal(PreparedRound.Outcomes, ending.Tally.Outcomes);
        Assert.Equal(PreparedRound.Obligations, ending.Tally.Obligations);
        Assert.All(PreparedRound.Waiting, title => Assert.Equal(Round.Id.Name.ToString(), ending.Stories[title].GetString("Round")));
        Assert.Equal(3, PreparedRound.Waiting.Count(title => CardText.Of(Assert.Single(ending.Posts).Card).Split(title).Length == 2));
        Assert.All(ending.Stories.Values, story => Assert.Contains("WrappedVoteKey", story.Keys));
        Assert.Equal("""{"Worked":{"Basis":5,"Band":{"From":5,"To":9}},"DidNotWork":{"Basis":0,"Band":null},"MetricMoved":false}""", ending.Stories[PreparedRound.Earlier]["Support"]);
        Assert.Equal(6, ending.Storage.Of("votes").Count);
        Assert.NotEqual(Round.Open.Of("teams", "d").Single().RowKey, Assert.Single(ending.Due));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_that_makes_no_difference_while_the_service_lives_is_found_when_it_is_killed(string name)
    {
        var type = Everything.Of<ClosingMistake>().Single(mistake => string.Equals(mistake.Name, name, StringComparison.Ordinal));
        var mistake = (CrashMistake)Activator.CreateInstance(type)!;
        await using var closing = await Closing.MakeAsync(Round, instances: 1, Ct, type);

        await closing.RunAsync([null], Ct);
        var alive = await closing.EndAsync(Ct);
        await closing.RunAsync([new Trap((made, _) => made == mistake.At, mistake.Moment)], Ct);
        var killed = await closing.EndAsync(Ct);

        Assert.Empty(Judge.Faults(alive, notices: 0));
        Assert.Subset(Judge.Faults(killed, notices: 0).ToHashSet(StringComparer.Ordinal), mistake.Faults.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_instances_that_are_killed_at_random_moments_end_the_round_as_if_both_had_lived()
    {
        await using var worlds = new Scenarios<Closing>(output, ct => Closing.MakeAsync(Round, instances: 2, ct));
        await using var rivals = await Closing.MakeAsync(Round, instances: 2, Ct);
        var lives = await rivals.RunAsync([null, null], Ct);
        Assert.Empty(Judge.Faults(await rivals.EndAsync(Ct), notices: 0));

        var (most, deaths) = (lives.Max(life => life.Calls.Count), 0);
        var verdicts = await worlds.JudgeAsync(Seed.First(CrashSample.IsFull ? most : Seeds), async (closing, seed, ct) =>
        {
            var verdict = await KillBothAsync(closing, seed.ToRandom(), most, ct);
            Interlocked.Add(ref deaths, closing.Deaths);
            return verdict;
        }, Ct);

        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
        Assert.InRange(deaths, verdicts.Count, 2 * verdicts.Count);
    }

    private async Task<Verdict> KillAsync(Closing closing, Crash crash, CancellationToken ct)
    {
        var died = (await closing.RunAsync([crash.Trap], ct))[0].Died;
        var ending = await closing.EndAsync(ct);

        // Where a call need not be made, as when the clock makes the service look twice while it closes a round, this was one more undisturbed run.
        if (!died) return crash.Call.IsCertain ? new Verdict(["the call was not made"]) : Judge.Verdict(ending, notices: 0, NotMade);
        return Judge.Verdict(ending, notices: closing.PostWasUnknown ? 1 : 0, closing.WasSaidAgain ? "said again" : "");
    }

    private async Task<Verdict> KillBothAsync(Closing closing, Random random, int calls, CancellationToken ct)
    {
        var traps = Enumerable.Range(0, 2).Select(_ => (Number: random.Next(1, calls + 1), Moment: random.Next(2) == 0 ? KillMoment.Before : KillMoment.After)).ToList();
        await closing.RunAsync([.. traps.Select(trap => new Trap((_, number) => number == trap.Number, trap.Moment))], ct);
        return Judge.Verdict(await closing.EndAsync(ct), notices: closing.Deaths, $"{string.Join(" and ", traps.Select(trap => $"{trap.Moment} call {trap.Number}"))}, {closing.Deaths} killed");
    }
}
