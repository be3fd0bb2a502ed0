using RetroBot.Tests.Deliveries;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Faults;

/// <summary>The <c>serviceUrl</c> changes while cards are sent.</summary>
public sealed class MovedConnectorTests(StorageEmulator emulator)
{
    /// <summary>Far more than are sent to at once.</summary>
    private const int Members = 200;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_no_card_yet_gets_it_from_the_new_address_once_RetroBot_hears_of_it()
    {
        await using var world = await World.StartAsync(emulator, members: Members, Ct);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        var (sends, moving) = (0, Task.CompletedTask);
        world.OnSends(() =>
        {
            if (++sends == 10) moving = world.Teams.MoveAsync(Ct);
        });

        await world.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5), Ct);
        await moving;
        var before = world.Teams.Record.Total(world.Card());
        Assert.InRange(before, 10, Members - 1);

        // What the lead reads comes from the new address.
        var unconfirmed = await UnconfirmedAsync(world);
        await world.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(10), Ct);
        Assert.Equal($"never: {unconfirmed}, once: {Members - unconfirmed}, more than once: 0", world.Received());

        // Half-way, those of whom nobody knows are sent the card once more.
        world.Time.Advance(TimeSpan.FromDays(1.5));
        await world.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(10), Ct);
        Assert.Equal($"never: 0, once: {Members}, more than once: 0", world.Received());
    }

    private static async Task<int> UnconfirmedAsync(World world)
    {
        var status = await world.StatusAsync(Ct);
        return status.Length == 0 ? 0 : int.Parse(status.Replace("Sent, arrival not confirmed: ", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }
}
