using System.Net;
using RetroBot.Cards.CheckIns;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>Storage goes away and comes back: people are told, nothing is half written, and nothing has to be restarted.</summary>
public sealed class StorageDownTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Started_without_storage_the_service_says_so_and_works_once_storage_is_there()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        gate.Shut();
        await using var world = await World.StartAsync(emulator, members: 5, Ct, gate.ConnectionString);

        await world.InstallAsync(Ct);
        await world.Bot.WorkAsync(Ct);
        gate.Open();
        await world.OpenAsync(Ct);

        Assert.NotNull(world.CardOf(world.Team.Members[3]));
        Assert.Contains(world.Bot.Log.Lines, line => line.Level == Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task An_answer_given_while_storage_is_down_is_kept_on_the_card_and_sent_again_with_one_press()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 5, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        var card = world.CardOf(world.Lead.Person);

        gate.Shut();
        var refused = await World.ChooseAsync(world.Lead, card, "nothingToReport", Ct);
        gate.Open();

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
        await world.Lead.PressAsync(card, refused.Card!.Value, CheckInCard.Verb, ct: Ct);
        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task A_close_that_storage_interrupts_goes_on_when_storage_is_back()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 6, Ct, gate.ConnectionString);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);

        gate.Shut();
        await world.Bot.WorkAsync(Ct);
        gate.Open();
        await world.Bot.WorkAsync(Ct);

        Assert.Equal(6, (await world.TallyAsync(Ct)).Answered);
        Assert.Empty(await world.AnswerRowsAsync(Ct));
        Assert.Single(world.Teams.Posts(world.Team.General), post => post.Versions == 2);
    }
}
