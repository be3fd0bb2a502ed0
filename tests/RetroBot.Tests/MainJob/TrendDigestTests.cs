using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>The eighth digest of a team says how things go, out of the seven before it.</summary>
public sealed class TrendDigestTests(StorageEmulator emulator)
{
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal) { ["time"] = "aboutTheSame", ["changes"] = "lessTedious", ["confidence"] = "guess" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Cadence.Weekly)]
    [InlineData(Cadence.EveryFourWeeks)]
    public async Task The_eighth_digest_sets_four_rounds_beside_the_four_before_and_leaves_out_those_that_show_earlier_numbers(Cadence cadence)
    {
        await using var world = await World.StartAsync(emulator, members: 10, Ct);
        await world.InstallAsync(Ct);
        if (cadence != Cadence.Weekly) await world.SetUpAsync(new(StringComparer.Ordinal) { ["cadence"] = "everyFourWeeks", ["zone"] = "UTC", ["day"] = "monday", ["time"] = "09:00" }, Ct);
        var other = world.Beside(members: 1, world.Team.Tenant);
        int?[] helped = [20, 30, null, 30, 60, null, 60];
        foreach (var (percent, index) in helped.Select((percent, index) => (percent, index)))
        {
            await HeldAsync(world, world, index * (int)cadence, percent, asks: index == 3);
            await HeldAsync(world, other, index * (int)cadence, 100, asks: index == 3);
        }

        world.Time.Advance(TimeSpan.FromDays(7 * 7 * (int)cadence));
        await world.OpenInstalledAsync(Ct);
        foreach (var member in world.Team.Members.Take(5)) await World.AnswerAsync(world.As(member), world.CardOf(member), "helped", Details, Ct);
        foreach (var member in world.Team.Members.Skip(5)) await World.AnswerAsync(world.As(member), world.CardOf(member), "notRelevant", [], Ct);
        await world.CloseAsync(Ct);

        Assert.Contains("Over the last four rounds\nIt helped\nabout 60%; the four before: about 30%\n", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
    }

    /// <summary>A round that was held and published some weeks before; null for one whose digest shows earlier numbers.</summary>
    private static async Task HeldAsync(World world, World of, int week, int? helped, bool asks)
    {
        var name = RoundName.Of(LocalDate.FromDateTime(World.Start.UtcDateTime).PlusWeeks(week));
        var digest = new Digest($"{name}", 5, new GroupBand(10, 19), [new(DigestQuestion.Outcome, [new("outcome.helped", helped ?? 100), new("outcome.notHelped", 100 - (helped ?? 100))])], ClosedEarly: false, helped is null ? "2026-W01" : null);
        var round = SampleRounds.Round(asksObligation: asks) with { Id = new RoundId(new TeamId(new TenantId(of.Team.Tenant.Id.ToString()), of.Team.Id), name), State = RoundState.Published, Digest = digest };
        await world.Bot.Services.GetRequiredService<IRoundStore>().OpenAsync(round, Ct);
    }
}
