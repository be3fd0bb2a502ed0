using RetroBot.Tests.Emulator;
using RetroBot.Tests.Local;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Backups;

/// <summary>The two commands, as whoever runs RetroBot gives them.</summary>
public sealed class BackupCommandTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_is_copied_into_a_file_of_its_owner_alone_and_into_other_storage()
    {
        await using var world = await World.StartAsync(emulator, members: 2, Ct);
        await world.InstallAsync(Ct);
        await world.As(world.Team.Members[1]).SayInPersonalAsync("stop", Ct);
        using var folder = new TemporaryFolder();
        var (file, other) = (Path.Combine(folder.Path, "retrobot.backup"), StorageEmulator.NewPrefix());

        var (made, told, wrong) = await RunAsync("backup", file, world.TablePrefix);
        var (again, _, there) = await RunAsync("backup", file, world.TablePrefix);
        var (restored, done, fault) = await RunAsync("restore", file, other);
        var (twice, _, refused) = await RunAsync("restore", file, other);

        Assert.Equal((0, 1, 0, 1), (made, again, restored, twice));
        Assert.Contains($"rows are in {file}", told, StringComparison.Ordinal);
        Assert.Empty(wrong + fault);
        Assert.Contains("is there already, and is not written over", there, StringComparison.Ordinal);
        Assert.Contains("rows were restored", done, StringComparison.Ordinal);
        Assert.Contains("is not empty", refused, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_one_line_with_what_to_do()
    {
        var (unsaid, _, which) = await RunAsync(["backup"]);
        var (unset, _, settings) = await RunAsync(["backup", "x.backup"]);
        var (absent, _, file) = await RunAsync("restore", "/nowhere/x.backup", StorageEmulator.NewPrefix());
        using var folder = new TemporaryFolder();
        var (silent, _, storage) = await RunAsync(["backup", Path.Combine(folder.Path, "x.backup"), "--Storage:ConnectionString=DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;"]);

        Assert.Equal((1, 1, 1, 1), (unsaid, unset, absent, silent));
        Assert.Contains("Say which file: backup FILE", which, StringComparison.Ordinal);
        Assert.Contains("Storage:Endpoint", settings, StringComparison.Ordinal);
        Assert.Contains("/nowhere/x.backup cannot be used", file, StringComparison.Ordinal);
        Assert.Contains("Table storage did not take the request.", storage, StringComparison.Ordinal);
        Assert.Contains("Check the settings of storage", storage, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.All((string[])[which, file, storage], message => Assert.Single(message.Trim().Split('\n')));
    }

    private async Task<EndedHost> RunAsync(string verb, string file, string prefix) =>
        await RunAsync(verb, file, $"--Storage:ConnectionString={await emulator.ConnectionStringAsync()}", $"--Storage:TablePrefix={prefix}");

    private static Task<EndedHost> RunAsync(params string[] arguments) => EndedHost.RunAsync(arguments, Ct);
}
