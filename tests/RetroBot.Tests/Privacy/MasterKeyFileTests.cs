using RetroBot.Host.Privacy;
using RetroBot.Tests.Local;
using Xunit;

namespace RetroBot.Tests.Privacy;

public sealed class MasterKeyFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    [Fact]
    public void A_developer_s_master_key_is_made_once_and_stays_and_is_for_the_developer_s_eyes()
    {
        var path = PathOf("deeper/master.key");

        using var first = MasterKeyFile.ReadOrMake(path);
        using var second = MasterKeyFile.ReadOrMake(path);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Of_several_processes_that_make_it_at_once_all_have_the_same()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using var key = MasterKeyFile.ReadOrMake(PathOf("master.key"));
            return key.Id;
        })));

        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bm90IDMyIGJ5dGVz")]
    [InlineData("not base64 at all, and of a fitting length..")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    public async Task A_file_that_holds_something_else_is_refused_without_a_word_of_what_it_holds(string content)
    {
        await File.WriteAllTextAsync(PathOf("master.key"), content, TestContext.Current.CancellationToken);

        var refusal = Assert.Throws<MasterKeyException>(() => MasterKeyFile.Read(PathOf("master.key")));

        Assert.Contains("openssl rand -base64 32", refusal.Message, StringComparison.Ordinal);
        if (content.Length > 0) Assert.DoesNotContain(content, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains(PathOf("none.key"), Assert.Throws<MasterKeyException>(() => MasterKeyFile.Read(PathOf("none.key"))).Message, StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
