using System.Security.Cryptography;
using RetroBot.Simulation;
using RetroBot.Tests.Emulator;

namespace RetroBot.Tests.Crashes;

/// <summary>What worlds share that make their own teams: simulated Teams, storage, and the file with the master key.</summary>
internal sealed class MadeTeams : IAsyncDisposable
{
    private readonly string masterKey;

    private MadeTeams(string storage, TeamsSimulator teams, string masterKey) => (Storage, Teams, this.masterKey) = (storage, teams, masterKey);

    public string Storage { get; }

    public TeamsSimulator Teams { get; }

    public string MasterKeySetting => $"--RetroBot:MasterKey:File={masterKey}";

    public static async Task<MadeTeams> MakeAsync(StorageEmulator emulator, CancellationToken ct)
    {
        var keyFile = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");
        await File.WriteAllTextAsync(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        return new(await emulator.ConnectionStringAsync(), await TeamsSimulator.StartAsync(ct: ct), keyFile);
    }

    public async ValueTask DisposeAsync()
    {
        await Teams.DisposeAsync();
        File.Delete(masterKey);
    }
}
