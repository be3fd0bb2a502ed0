using NodaTime;
using NodaTime.Extensions;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Host.Retention;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A8. The program owner: organisation total minus the visible teams. What must happen: complement at least k, or withheld too.</summary>
/// <remarks>The owner reads every digest, and knows how many answered in every round. Two organisations differ in nothing but what a few answered.</remarks>
public sealed class A8TotalMinusVisibleTeams(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.OwnersSeat;

    [Fact]
    public Task What_is_left_of_the_total_does_not_tell_what_a_few_answered() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        (string Few, Organisation[] Organisations)[] pairs =
        [
            ("a team of four", [await WithATeamOfFourAsync(world, "helped"), await WithATeamOfFourAsync(world, "notRelevant")]),
            ("the three who answered in a week", [await WithASecondWeekAsync(world, helped: 3, not: 0), await WithASecondWeekAsync(world, helped: 0, not: 3)]),
            ("four who joined", [await WithASecondWeekAsync(world, helped: 9, not: 5), await WithASecondWeekAsync(world, helped: 5, not: 9)]),
        ];
        await QuarterPassesAsync(world);

        List<string> won = [];
        foreach (var (few, organisations) in pairs)
        {
            var (one, other) = (await organisations[0].LeftAsync(Ct), await organisations[1].LeftAsync(Ct));
            if (one.Count < 4 || other.Count < 4) won.Add($"Too little is shown beside {few}: the attack looked at nothing.");
            won.AddRange(one.Where(left => other.GetValueOrDefault(left.Key) != left.Value).Select(left => $"What {few} answered can be told: the total {left.Key} leaves {left.Value} or {other.GetValueOrDefault(left.Key)}."));
        }
        return won;
    }

    /// <summary>Its rounds go the whole way; the second large team's is put into the store.</summary>
    private static async Task<Organisation> WithATeamOfFourAsync(World world, string answer)
    {
        var organisation = new Organisation(world);
        await RoundAsync(world.Beside(members: 10, organisation.Tenant), [.. Enumerable.Repeat("helped", 5), .. Enumerable.Repeat("notRelevant", 5)]);
        await RoundAsync(world.Beside(members: 4, organisation.Tenant), Enumerable.Repeat(answer, 4));
        await organisation.HoldAsync("red", [Answers(5, 5)], Ct);
        return organisation;
    }

    /// <summary>In its second week one team is too few to read anything, or too much like in its first to read anything new.</summary>
    private static async Task<Organisation> WithASecondWeekAsync(World world, int helped, int not)
    {
        var organisation = new Organisation(world);
        await organisation.HoldAsync("blue", [Answers(5, 5), Answers(helped, not)], Ct);
        await organisation.HoldAsync("red", [Answers(5, 5)], Ct);
        return organisation;
    }

    private static async Task RoundAsync(World team, IEnumerable<string> outcomes)
    {
        await team.OpenAsync(Ct);
        await team.AnswerAsync(outcomes, Ct);
        await team.CloseAsync(Ct);
    }

    private static async Task QuarterPassesAsync(World world)
    {
        var last = Quarter.Of(world.Time.GetUtcNow().ToInstant().InUtc().Date).LastDay;
        world.Time.MoveTo(last.PlusDays(8).AtMidnight().InUtc().ToDateTimeOffset());
        await world.Bot.WorkAsync(Ct);
        await world.Bot.Services.GetRequiredService<RetentionWorker>().RunOnceAsync(Ct);
    }

    private static IEnumerable<Answer> Answers(int helped, int not) => [.. helped.Times(() => SampleRounds.Helped()), .. not.Times(() => SampleRounds.Gave(Outcome.NotRelevant))];
}
