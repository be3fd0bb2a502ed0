using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>An export while storage is out of reach: whoever asked for it is told, at each step.</summary>
public sealed class ExportOutageTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_storage_the_command_says_so()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var scene = await ExportScene.StartAsync(emulator, Ct, storage: gate.ConnectionString);
        gate.Shut();

        await scene.World.FinishAsync(scene.Owner.SayInPersonalAsync("export", Ct), Ct);

        Assert.Contains("My storage doesn't answer at the moment", CardText.Of(scene.OwnersChat[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_storage_nothing_is_offered_and_the_person_is_told()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var scene = await ExportScene.StartAsync(emulator, Ct, storage: gate.ConnectionString);
        await scene.PublishAsync(1, Ct);
        await scene.Owner.SayInPersonalAsync("export", Ct);
        await scene.ChooseAsync("csv", Ct);
        gate.Shut();

        await scene.World.FinishAsync(scene.Worker.RunOnceAsync(Ct), Ct);

        Assert.Contains("My storage doesn't answer at the moment. Please export again", CardText.Of(scene.OwnersChat[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_storage_a_consent_is_answered_and_nothing_is_sent()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var scene = await ExportScene.StartAsync(emulator, Ct, storage: gate.ConnectionString);
        await scene.PublishAsync(1, Ct);
        var offer = await scene.OfferedAsync("csv", Ct);
        gate.Shut();

        var told = await scene.AcceptAsync(offer, Ct);

        Assert.Contains("My storage doesn't answer at the moment. Please export again", CardText.Of(told.Card), StringComparison.Ordinal);
        Assert.Empty(scene.Drive.Requests);
    }
}
