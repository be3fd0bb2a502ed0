namespace RetroBot.Host.Privacy;

/// <summary>Where master keys are kept: one that wraps, and those that wrapped before it. Each has a name that says where it is, such as a path.</summary>
/// <remarks>Every method throws <see cref="MasterKeyException"/> when the place is out of reach; the message says what an operator can do.</remarks>
internal interface IMasterKeySource
{
    /// <summary>The key that wraps now.</summary>
    /// <exception cref="MasterKeyException">None may wrap, or there is none.</exception>
    Task<string> NewestAsync(CancellationToken ct);

    /// <summary>Every key that may be read, the newest first: what one of them wrapped, it may unwrap.</summary>
    Task<IReadOnlyList<string>> AllAsync(CancellationToken ct);

    /// <returns>The caller's. Null where something else is kept under that name.</returns>
    Task<MasterKey?> ReadAsync(string name, CancellationToken ct);

    /// <summary>How an operator brings back a key that is missing.</summary>
    string WayBack { get; }
}
