using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Crashes;

/// <summary>Somebody sets the clock in the middle of a round, or two machines never agreed on the time: nobody is lost, nobody is asked twice, every answer is counted once.</summary>
public sealed class ClockTests(UndisturbedRound undisturbed, ITestOutputHelper output) : IClassFixture<UndisturbedRound>
{
    /// <summary>Of the calls that change something; in a <see cref="FullRun"/> it is each.</summary>
    private const int OneIn = 7;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_clock_that_is_set_back_or_forward_by_an_hour_at_any_call_of_a_round_changes_nothing(int instances)
    {
        await using var rounds = new Scenarios<WholeRound>(output, ct => WholeRound.MakeAsync(undisturbed.Made, instances, ct, apart: Minute));
        var calls = undisturbed.Calls.Where(call => call.IsCertain).Where((_, index) => FullRun.IsAsked || index % OneIn == OneIn / 2).ToList();

        var verdicts = await rounds.JudgeAsync(calls, async (round, call, ct) =>
        {
            // Back, and by the same call of the next round forward again.
            List<string> faults = [];
            foreach (var set in (SetClock[])[new(call, -Hour), new(call, Hour)])
            {
                var isDone = round.WhenBegun(() => set.In(round.World, ct));
                await round.RunAsync(new Trap?[instances], ct);
                faults.AddRange((await round.JudgeAsync("", ct)).Faults.Select(fault => $"{set}: {fault}"));
                if (!isDone()) faults.Add($"{set}: the call was not made");
            }
            return new Verdict(faults);
        }, Ct);

        Assert.DoesNotContain(verdicts, verdict => verdict.Value.Failed);
    }

    [Fact]
    public async Task Two_instances_whose_clocks_differ_by_a_minute_hold_a_round_as_one_even_if_one_dies()
    {
        await using var round = await WholeRound.MakeAsync(undisturbed.Made, instances: 2, Ct, apart: Minute);
        var send = undisturbed.Calls.First(call => call.Name == "Teams: POST activities");

        await round.RunAsync([null, null], Ct);
        var undisturbedVerdict = await round.JudgeAsync("", Ct);
        await round.RunAsync(new Crash(send, KillMoment.After).TrapsFor(instances: 2), Ct);
        var verdict = await round.JudgeAsync("", Ct);

        Assert.Empty(undisturbedVerdict.Faults);
        Assert.Equal(1, round.Deaths);
        Assert.Empty(verdict.Faults);
    }
}
