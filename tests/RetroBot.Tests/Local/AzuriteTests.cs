using System.Diagnostics;
using System.Globalization;
using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Local;

public sealed class AzuriteTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_emulator_keeps_its_tables_over_a_stop_and_a_start()
    {
        var local = await LocalTools.InstalledAsync(Ct);
        await using (var first = await Azurite.StartAsync(local, data.Path, port: 0, Ct))
        {
            await AddRowAsync(first.ConnectionString);
        }

        await using var second = await Azurite.StartAsync(local, data.Path, port: 0, Ct);

        Assert.Contains("\"row\"", await ReadRowAsync(second.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emulator_that_runs_already_is_used_and_left_running()
    {
        var local = await LocalTools.InstalledAsync(Ct);
        await using var running = await Azurite.StartAsync(local, data.Path, port: 0, Ct);

        await using (var found = await Azurite.StartAsync(local, data.Path, running.Port, Ct))
        {
            Assert.True(found.WasRunning);
            await AddRowAsync(found.ConnectionString);
        }

        Assert.False(running.WasRunning);
        Assert.Contains("\"row\"", await ReadRowAsync(running.ConnectionString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_server_on_the_port_is_told_with_the_port_and_the_settings_that_help()
    {
        await using var foreign = new ForeignServer();

        var failure = await Assert.ThrowsAsync<LocalSetupException>(() => Azurite.StartAsync(LocalTools.Folder, data.Path, foreign.Port, Ct));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Port {foreign.Port} is taken"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("RetroBot:Local:StoragePort", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:ConnectionString", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_parent_takes_the_emulator_with_it_and_loses_no_data()
    {
        var local = await LocalTools.InstalledAsync(Ct);
        var port = LocalPort.Free();
        using var parent = ParentThatStartsTheEmulator(local, port);
        var emulatorId = int.Parse(await parent.StandardOutput.ReadLineAsync(Ct) ?? "", CultureInfo.InvariantCulture);
        await using (var found = await Azurite.StartAsync(local, data.Path, port, Ct))
        {
            Assert.True(found.WasRunning);
            await AddRowAsync(found.ConnectionString);
        }

        using var emulator = Process.GetProcessById(emulatorId);
        parent.Kill();
        await emulator.WaitForExitAsync(Ct);

        await using var next = await Azurite.StartAsync(local, data.Path, port: 0, Ct);
        Assert.Contains("\"row\"", await ReadRowAsync(next.ConnectionString), StringComparison.Ordinal);
    }

    // A small program of its own that starts the emulator as the service does, and writes its process id when it is ready.
    private Process ParentThatStartsTheEmulator(LocalFolder local, int port)
    {
        const string Script = """
            const [endWithParent, program, data, port] = process.argv.slice(1);
            const child = require('node:child_process').spawn(process.execPath, ['--require', endWithParent, program, '--location', data, '--tablePort', port], { stdio: 'pipe' });
            child.stdout.on('data', text => { if (`${text}`.includes('successfully started')) console.log(child.pid); });
            """;
        return Process.Start(new ProcessStartInfo(
            "node", ["-e", Script, local.EndWithParent, local.Package("azurite", "dist", "src", "table", "main.js"), data.Path, port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task AddRowAsync(string connectionString)
    {
        using var table = new SmallTable(connectionString);
        await table.CreateAsync(Ct);
        await table.AddAsync("row", Ct);
    }

    private static async Task<string> ReadRowAsync(string connectionString)
    {
        using var table = new SmallTable(connectionString);
        return await table.ReadAsync("row", Ct);
    }
}
