using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Attack A3 through the real service: a lead lays this week's digest beside last week's.</summary>
public sealed class SecondDigestTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_more_a_week_later_changes_no_number_and_five_who_answer_otherwise_do()
    {
        await using var world = await World.StartAsync(emulator, members: 13, Ct);
        var first = await HoldAsync(world, helped: 7, notUsed: 5);

        world.Time.Advance(TimeSpan.FromDays(7));
        var second = await HoldAsync(world, helped: 7, notUsed: 6);
        world.Time.Advance(TimeSpan.FromDays(7));
        var third = await HoldAsync(world, helped: 2, notUsed: 11);

        Assert.Contains("10–19 people answered.", first, StringComparison.Ordinal);
        Assert.Contains("These are still those of the week of 16 November (2026-W47)", second, StringComparison.Ordinal);
        Assert.Contains("10–19 people answered then.", second, StringComparison.Ordinal);
        Assert.Contains("60%", Numbers(first), StringComparer.Ordinal);
        Assert.Equal(Numbers(first), Numbers(second), StringComparer.Ordinal);
        Assert.DoesNotContain("These are still", third, StringComparison.Ordinal);
        Assert.Contains("2026-W49", Assert.Single(await world.RowsAsync("rounds", Ct), row => row.ContainsKey("Shown")).PartitionKey, StringComparison.Ordinal);
    }

    private static async Task<string> HoldAsync(World world, int helped, int notUsed)
    {
        await world.OpenAsync(Ct);
        foreach (var (index, member) in world.Team.Members.Take(helped + notUsed).Index())
        {
            if (index < helped) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", World.Details, Ct);
            else await World.ChooseAsync(world.As(member), world.CardOf(member), "rightlyNotUsed", Ct);
        }
        await world.CloseAsync(Ct);
        return world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
    }

    private static IEnumerable<string> Numbers(string card) => card.Split('"').Where(text => text.EndsWith('%') || text.StartsWith("Not shown", StringComparison.Ordinal));
}
