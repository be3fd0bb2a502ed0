using System.Globalization;
using RetroBot.Tests.Attacks;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>The service, a process of its own, is killed anywhere in a round, and started again: nobody is lost, nobody is asked twice, every answer is counted once. What happens is listed in the test's output.</summary>
public sealed class RoundCrashTests(UndisturbedRound undisturbed, ITestOutputHelper output) : IClassFixture<UndisturbedRound>
{
    private const int Seeds = 6;

    public static TheoryData<string> Mistakes => [.. Everything.Of<SendingMistake>().Select(mistake => mistake.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Undisturbed_it_asks_everybody_who_is_to_be_asked_once()
    {
        foreach (var (number, call) in undisturbed.Calls.Index()) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1,3}  {call}"));

        Assert.Empty(RoundJudge.Faults(undisturbed.People, undisturbed.Ending, notices: 0, unknown: 0));
        Assert.Empty(RoundJudge.Faults(undisturbed.Ending, WholeRound.Changed));
        Assert.Empty(undisturbed.Ending.Storage.Of("senders"));
        Assert.Equal(5, undisturbed.People.Count(person => person is { Cards.Count: 1, Line: Core.Deliveries.DeliveryState.Sent }));
        Assert.Equal(default, RoundJudge.Census(undisturbed.People));
    }

    [Fact]
    public async Task Killed_before_or_after_any_of_its_calls_it_loses_nobody_and_asks_nobody_twice()
    {
        await using var rounds = new Scenarios<WholeRound>(output, ct => WholeRound.MakeAsync(undisturbed.Made, instances: 1, ct));

        var crashes = CrashSample.Of(undisturbed.Calls);

        var verdicts = await rounds.JudgeAsync(crashes, (round, crash, ct) => KillAsync(round, crash, [crash.Trap], ct), Ct);

        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    [Fact]
    public async Task Whichever_of_two_instances_is_killed_before_or_after_any_of_its_calls_the_other_loses_nobody_and_asks_nobody_twice()
    {
        await using var rounds = new Scenarios<WholeRound>(output, ct => WholeRound.MakeAsync(undisturbed.Made, instances: 2, ct));
        var crashes = CrashSample.OfTwo(undisturbed.Calls);

        var verdicts = await rounds.JudgeAsync(crashes, (round, crash, ct) => KillAsync(round, crash, crash.TrapsFor(instances: 2), ct), Ct);

        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    [Fact]
    public async Task Of_two_instances_either_or_both_are_killed_and_nobody_is_lost_or_asked_twice()
    {
        await using var rounds = new Scenarios<WholeRound>(output, ct => WholeRound.MakeAsync(undisturbed.Made, instances: 2, ct));
        var (most, deaths) = (undisturbed.Calls.Count, 0);

        var verdicts = await rounds.JudgeAsync(Seed.First(CrashSample.IsFull ? most : Seeds), async (round, seed, ct) =>
        {
            var random = seed.ToRandom();
            var traps = round.World.Instances.Select(_ => (Number: random.Next(1, most + 1), Moment: random.Next(2) == 0 ? KillMoment.Before : KillMoment.After)).ToList();
            await round.RunAsync([.. traps.Select(trap => new Trap((_, number) => number == trap.Number, trap.Moment))], ct);
            Interlocked.Add(ref deaths, round.Deaths);
            return await round.JudgeAsync($"{string.Join(" and ", traps.Select(trap => $"{trap.Moment} call {trap.Number}"))}, {round.Deaths} killed", ct);
        }, Ct);

        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
        Assert.InRange(deaths, verdicts.Count, 2 * verdicts.Count);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_sending_that_makes_no_difference_while_the_service_lives_is_found_when_it_is_killed(string name)
    {
        var type = Everything.Of<SendingMistake>().Single(mistake => string.Equals(mistake.Name, name, StringComparison.Ordinal));
        var mistake = (SendingMistake)Activator.CreateInstance(type)!;
        await using var round = await WholeRound.MakeAsync(undisturbed.Made, instances: 1, Ct, type);

        await round.RunAsync([null], Ct);
        var alive = await round.JudgeAsync("", Ct);
        await round.RunAsync([new Crash(mistake.At, mistake.Moment).Trap], Ct);
        var killed = await round.JudgeAsync("", Ct);

        Assert.Empty(alive.Faults);
        Assert.Subset(killed.Faults.ToHashSet(StringComparer.Ordinal), mistake.Faults.ToHashSet(StringComparer.Ordinal));
    }

    private static async Task<Verdict> KillAsync(WholeRound round, Crash crash, IReadOnlyList<Trap> traps, CancellationToken ct)
    {
        await round.RunAsync(traps, ct);
        // Where a call need not be made, this was one more undisturbed run.
        return round.Deaths == 0 && crash.Call.IsCertain ? new Verdict(["the call was not made"]) : await round.JudgeAsync(round.Deaths == 1 ? "" : "not made", ct);
    }
}
