namespace RetroBot.Host.Privacy;

/// <summary>Master keys in files, named by their paths. Another key is another file and another start.</summary>
internal sealed class MasterKeyFiles(string newest, params IEnumerable<string> previous) : IMasterKeySource
{
    private readonly string[] all = [newest, .. previous];

    public string WayBack => $"It is in none of the files that {MasterKeyOptions.Section}:File and {MasterKeyOptions.Section}:PreviousFiles name: name its file in PreviousFiles and start RetroBot again.";

    public Task<string> NewestAsync(CancellationToken ct) => Task.FromResult(newest);

    public Task<IReadOnlyList<string>> AllAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(all);

    public Task<MasterKey?> ReadAsync(string name, CancellationToken ct) => Task.FromResult(MasterKeyFile.Read(name));
}
