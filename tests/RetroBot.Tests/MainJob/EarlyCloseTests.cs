using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using RetroBot.Cards.Rounds;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.Rounds;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>Whoever closes right behind one person's answer singles that person out: outside Development a round stays open for a day at least.</summary>
public sealed class EarlyCloseTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lead_closes_a_round_early_after_a_day_and_not_before()
    {
        await using var world = await World.StartAsync(emulator, members: 5, Ct);
        await world.OpenAsync(Ct);

        world.Time.Advance(TimeSpan.FromHours(23));
        var tooSoon = await CloseAsync(world);
        world.Time.Advance(TimeSpan.FromHours(1));
        var inTime = await CloseAsync(world);

        Assert.Equal(CannotCloseReason.OpenedTooRecently, Assert.IsType<CannotCloseCard>(tooSoon).Reason);
        Assert.IsType<ClosingCard>(inTime);
    }

    private static Task<RetroBot.Cards.Card> CloseAsync(World world)
    {
        var services = world.Bot.Services;
        var production = new Mock<IHostEnvironment>(MockBehavior.Strict);
        production.SetupGet(environment => environment.EnvironmentName).Returns(Environments.Production);
        var command = new CloseNowCommand(
            services.GetRequiredService<LeadDesk>(), services.GetRequiredService<ITeamStore>(), services.GetRequiredService<IRoundStore>(), services.GetRequiredService<TeamWatch>(), world.Time, production.Object);
        var tenant = new TenantId(world.Team.Tenant.Id.ToString());
        return command.HandleAsync(new Turn(tenant, new UserId(world.Lead.Person.ObjectId.ToString()), "Lead", new TeamId(tenant, world.Team.Id), CultureInfo.GetCultureInfo("en")), Ct);
    }
}
