using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using RetroBot.Host.Privacy;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>What every place promises in which master keys are kept, as the service puts it together from its settings.</summary>
public abstract class MasterKeySourceContract
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected TestTime Time { get; } = new(World.Start);

    [Fact]
    public async Task The_key_that_was_put_last_wraps()
    {
        var keys = await PutKeysAsync(3);
        var source = Open();

        using var newest = await source.ReadAsync(await source.NewestAsync(Ct), Ct);

        Assert.Equal(keys[^1], BytesOf(newest!));
    }

    [Fact]
    public async Task Every_key_can_be_read_the_newest_first()
    {
        var keys = await PutKeysAsync(4);
        var source = Open();

        List<byte[]> read = [];
        foreach (var name in await source.AllAsync(Ct))
        {
            using var key = await source.ReadAsync(name, Ct);
            read.Add(BytesOf(key!));
        }

        Assert.Equal(keys.Reverse(), read);
    }

    [Theory]
    [InlineData("{0}\n")]
    [InlineData("  {0}\r\n")]
    public async Task White_space_around_a_key_is_no_part_of_it(string around)
    {
        var key = RandomNumberGenerator.GetBytes(SecretKey.Length);
        await PutAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, around, Convert.ToBase64String(key)));
        var source = Open();

        using var read = await source.ReadAsync(await source.NewestAsync(Ct), Ct);

        Assert.Equal(key, BytesOf(read!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bm90IDMyIGJ5dGVz")]
    [InlineData("not base64 at all, and of a fitting length..")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    public async Task Something_else_is_no_key(string something)
    {
        await PutAsync(something);
        var source = Open();

        Assert.Null(await source.ReadAsync(await source.NewestAsync(Ct), Ct));
    }

    [Fact]
    public async Task Where_there_is_nothing_the_refusal_names_the_place()
    {
        await PutKeysAsync(1);
        var source = Open();
        await TakeAllAwayAsync();

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(async () => await source.ReadAsync(await source.NewestAsync(Ct), Ct));

        Assert.Contains(Place, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_belongs_to_the_reader()
    {
        await PutKeysAsync(1);
        var source = Open();
        var name = await source.NewestAsync(Ct);

        using var one = await source.ReadAsync(name, Ct);
        (await source.ReadAsync(name, Ct))!.Dispose();

        Assert.Contains(BytesOf(one!), value => value != 0);
    }

    /// <summary>Part of what the place is called in messages.</summary>
    protected abstract string Place { get; }

    protected abstract Dictionary<string, string?> Settings { get; }

    /// <summary>From now on this is the newest.</summary>
    protected abstract Task PutAsync(string content);

    protected abstract Task TakeAllAwayAsync();

    protected abstract void Serve(IServiceCollection services);

    /// <summary>The source that the service has with these settings.</summary>
    private protected IMasterKeySource Open()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time)
            .AddPrivacy(configuration, new HostingEnvironment { EnvironmentName = Environments.Production });
        Serve(services);
        return services.BuildServiceProvider().GetRequiredService<IMasterKeySource>();
    }

    private protected static byte[] BytesOf(MasterKey key) => key.Secret.Use(bytes => bytes.ToArray());

    private async Task<byte[][]> PutKeysAsync(int count)
    {
        var keys = Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetBytes(SecretKey.Length)).ToArray();
        foreach (var key in keys) await PutAsync(Convert.ToBase64String(key));
        return keys;
    }
}
