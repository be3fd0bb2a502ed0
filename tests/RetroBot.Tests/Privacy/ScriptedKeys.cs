using System.Security.Cryptography;
using RetroBot.Host.Privacy;

namespace RetroBot.Tests.Privacy;

/// <summary>A place for master keys that counts who comes.</summary>
internal sealed class ScriptedKeys : IMasterKeySource
{
    private readonly List<(string Name, byte[]? Key)> keys = [];

    public int Looks { get; private set; }

    /// <summary>The names of the keys that were read, in order.</summary>
    public List<string> Reads { get; } = [];

    /// <summary>Thrown at whoever comes.</summary>
    public MasterKeyException? Fault { get; set; }

    /// <summary>Nobody has an answer before.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public string WayBack => "Put it back.";

    /// <summary>Adds a key, the newest from now on.</summary>
    /// <returns>Its fingerprint.</returns>
    public string Add()
    {
        var bytes = RandomNumberGenerator.GetBytes(SecretKey.Length);
        AddAs($"key {keys.Count}", bytes);
        using var key = KeyOf(bytes);
        return key.Id;
    }

    /// <param name="key">Null for something that is no key.</param>
    public void AddAs(string name, byte[]? key) => keys.Insert(0, (name, key));

    public (string Name, byte[]? Key) TakeNewest()
    {
        var taken = keys[0];
        keys.RemoveAt(0);
        return taken;
    }

    public async Task<string> NewestAsync(CancellationToken ct)
    {
        await ComeAsync(ct);
        return keys[0].Name;
    }

    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken ct)
    {
        await ComeAsync(ct);
        return [.. keys.Select(key => key.Name)];
    }

    public Task<MasterKey?> ReadAsync(string name, CancellationToken ct)
    {
        Reads.Add(name);
        return Task.FromResult(keys.Single(key => key.Name == name).Key is { } bytes ? KeyOf(bytes) : null);
    }

    private async Task ComeAsync(CancellationToken ct)
    {
        Looks++;
        await Answers.WaitAsync(ct);
        if (Fault is not null) throw Fault;
    }

    private static MasterKey KeyOf(byte[] bytes) => new(SecretKey.Written(memory => bytes.CopyTo(memory.Span)));
}
