using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Local;
using Xunit;

namespace RetroBot.Tests.Privacy;

public sealed class MasterKeyFilesTests : MasterKeySourceContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Stack<string> files = new();

    protected override string Place => folder.Path;

    protected override Dictionary<string, string?> Settings => files.Skip(1)
        .Select((file, i) => KeyValuePair.Create($"RetroBot:MasterKey:PreviousFiles:{i}", (string?)file))
        .Append(KeyValuePair.Create("RetroBot:MasterKey:File", (string?)files.Peek()))
        .ToDictionary(StringComparer.Ordinal);

    [Fact]
    public async Task What_brings_a_missing_key_back_is_said_by_the_setting_s_name()
    {
        await PutAsync("");

        Assert.Contains("RetroBot:MasterKey:PreviousFiles", Open().WayBack, StringComparison.Ordinal);
    }

    [Fact]
    public void A_developer_s_key_is_made_once_and_stays_and_is_for_the_developer_s_eyes()
    {
        var path = Path.Combine(folder.Path, "deeper", "master.key");

        MasterKeyFile.MakeIfAbsent(path);
        using var first = MasterKeyFile.Read(path);
        MasterKeyFile.MakeIfAbsent(path);
        using var second = MasterKeyFile.Read(path);

        Assert.Equal(first!.Id, second!.Id);
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Of_several_processes_that_make_it_at_once_all_have_the_same()
    {
        foreach (var path in Enumerable.Range(0, 50).Select(time => Path.Combine(folder.Path, $"{time}", "master.key")))
        {
            var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                MasterKeyFile.MakeIfAbsent(path);
                using var key = MasterKeyFile.Read(path);
                return key!.Id;
            })));

            Assert.Single(ids.Distinct(StringComparer.Ordinal));
            Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
        }
    }

    public void Dispose() => folder.Dispose();

    protected override async Task PutAsync(string content)
    {
        files.Push(Path.Combine(folder.Path, $"{files.Count}.key"));
        await File.WriteAllTextAsync(files.Peek(), content, Ct);
    }

    protected override Task TakeAllAwayAsync()
    {
        foreach (var file in files) File.Delete(file);
        return Task.CompletedTask;
    }

    protected override void Serve(IServiceCollection services)
    {
        // Files need nobody.
    }
}
