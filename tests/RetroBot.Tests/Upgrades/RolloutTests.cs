using System.Text.Json;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.Rounds;
using RetroBot.Host.Storage;
using RetroBot.Simulation;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Soak;
using Xunit;

namespace RetroBot.Tests.Upgrades;

/// <summary>
/// One version takes over from another in the middle of rounds, as at a deployment: for a while both run over the same storage, and people reach now one, now the other. <c>RETROBOT_OTHER</c> names the
/// <c>RetroBot.Host.dll</c> of the other version; without it the other one is this build, too.
/// </summary>
public sealed class RolloutTests(StorageEmulator emulator)
{
    private const int People = 12;

    /// <summary>So many that their cards are just going out when the instance that sends them is asked to end.</summary>
    private const int ManyPeople = 60;

    private static readonly Outcome[] Outcomes = Enum.GetValues<Outcome>();

    /// <summary>Null for this build.</summary>
    private static readonly string? Other = Environment.GetEnvironmentVariable("RETROBOT_OTHER") is { Length: > 0 } build ? build : null;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task When_this_version_takes_over_from_another_no_card_and_no_answer_is_lost_or_doubled() => PlayAsync(leaving: Other, coming: null);

    [Fact]
    public Task When_another_version_takes_over_from_this_one_no_card_and_no_answer_is_lost_or_doubled() => PlayAsync(leaving: null, coming: Other);

    private async Task PlayAsync(string? leaving, string? coming)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process is asked to end by a signal.");
        await using var rollout = await Rollout.MakeAsync(emulator, leaving, coming, Ct);
        var (old, next) = (rollout.Leaving, rollout.Coming);

        await old.StartAsync(Ct);
        var earlier = await rollout.OpenAsync("Earlier team", People, old, Ct);
        await AnswerAsync(rollout, earlier, 0..4, old, old);

        await next.StartAsync(Ct);
        var both = await Task.WhenAll(rollout.OpenAsync("Team at the old", People, old, Ct), rollout.OpenAsync("Team at the new", People, next, Ct));
        await Task.WhenAll(AnswerAsync(rollout, both[0], 0..4, old, old), AnswerAsync(rollout, both[1], 0..4, next, next));
        await Task.WhenAll(BesideAsync(rollout, earlier, old, next), BesideAsync(rollout, both[0], old, next), BesideAsync(rollout, both[1], next, old));

        var last = await rollout.OpenAsync("Late team", ManyPeople, old, Ct);
        await rollout.CardsAsync(last, people: 1, Ct);
        var ending = old.StopAsync(Ct);
        SimulatedTeam[] begun = [earlier, .. both];
        await Task.WhenAll(begun.Select(team => AnswerAsync(rollout, team, 9..10, next, next)));
        Assert.Equal(0, await ending);

        await Task.WhenAll(begun.Select(team => AfterAsync(rollout, team, next)).Append(AnswerAsync(rollout, last, 0..(ManyPeople - 1), next, next)));
        SimulatedTeam[] all = [.. begun, last];
        await Task.WhenAll(all.Select(team => rollout.CloseAsync(team, next, Ct)));
        Assert.Equal(0, await next.StopAsync(Ct));

        var stored = await rollout.StoredAsync(Ct);
        Assert.All(all, team => AssertWhole(rollout, team, stored));
        Assert.Empty(stored.Of("senders"));
        Assert.All((string[])[old.Output, next.Output], AssertNothingFailed);
    }

    /// <summary>Some members answer, everybody something else than the one before.</summary>
    private static async Task AnswerAsync(Rollout rollout, SimulatedTeam team, Range members, RunningService first, RunningService second)
    {
        await rollout.CardsAsync(team, Ct);
        foreach (var (index, person) in team.Members.Index().Take(members)) await rollout.AnswerAsync(person, Outcomes[index % Outcomes.Length], first, second, Ct);
    }

    /// <summary>While both run.</summary>
    /// <param name="here">Where the round was opened and four have answered.</param>
    private static async Task BesideAsync(Rollout rollout, SimulatedTeam team, RunningService here, RunningService there)
    {
        var people = team.Members;
        await rollout.AnswerAsync(people[0], Outcome.NoDifference, there, there, Ct);
        await rollout.DeleteAsync(people[1], there, Ct);
        await rollout.DeleteAsync(people[2], there, Ct);
        await rollout.AnswerAsync(people[2], Outcome.CostTime, here, there, Ct);
        await AnswerAsync(rollout, team, 4..6, here, there);
        await AnswerAsync(rollout, team, 6..8, there, here);
        await rollout.AnswerAsync(people[4], Outcome.Helped, there, here, Ct);
        await rollout.DeleteAsync(people[5], here, Ct);
        await rollout.ChooseAsync(people[8], Outcome.Helped, rollout.Leaving, Ct);
    }

    /// <summary>When only one is left; the last member never answers.</summary>
    private static async Task AfterAsync(Rollout rollout, SimulatedTeam team, RunningService next)
    {
        var people = team.Members;
        await rollout.FinishAsync(people[8], Outcome.Helped, next, Ct);
        await rollout.AnswerAsync(people[3], Outcome.NotRelevant, next, next, Ct);
        await rollout.AnswerAsync(people[5], Outcome.RightlyNotUsed, next, next, Ct);
        await rollout.DeleteAsync(people[6], next, Ct);
        await AnswerAsync(rollout, team, 10..11, next, next);
    }

    private static void AssertWhole(Rollout rollout, SimulatedTeam team, TableSnapshot stored)
    {
        Assert.All(team.Members, person => Assert.Single(rollout.CardsOf(person)));

        // No sealed answer, no line of the ledger and no gate is left.
        var round = Assert.Single(stored.Of("rounds"), row => Keys.RoundOf(row.PartitionKey).Team.Value == team.Id);
        Assert.Equal(Keys.Round, round.RowKey);
        var given = team.Members.Where(rollout.Given.ContainsKey).Select(person => AnswerOf(rollout.Given[person])).ToList();
        var tally = JsonSerializer.Deserialize<Tally>(round.GetString("Tally")!)!;
        // First what reads well where it differs.
        Assert.Equal(Tally.Of(given).Outcomes, tally.Outcomes);
        Assert.Equal(Tally.Of(given), tally);

        var digest = JsonSerializer.Deserialize<Digest>(round.GetString("Digest")!)!;
        Assert.Equal(GroupBand.Of(given.Count, new Threshold(digest.Threshold)), digest.Answered);
        Assert.Single(rollout.Teams.Posts(team.General), post => !post.IsDeleted && CardNames.Of(post) == CardNames.Digest(digest.Round));
    }

    /// <summary>As <see cref="World.Details"/> has it.</summary>
    private static Answer AnswerOf(Outcome outcome) =>
        Answer.AsksMore(outcome) ? new Answer.Full(outcome, TimeBand.FifteenToSixtyMinutes, [Change.LessTedious], Confidence.Compared, tool: null) : new Answer.Brief(outcome);

    private static void AssertNothingFailed(string output)
    {
        Assert.DoesNotContain("unhandled exception", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fail: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit: ", output, StringComparison.Ordinal);
    }
}
