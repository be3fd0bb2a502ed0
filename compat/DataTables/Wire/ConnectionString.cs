namespace Azure.Data.Tables.Wire;

/// <summary>An account's table endpoint and key, read from a storage connection string.</summary>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    /// <summary>The emulator's well-known account: the same on every machine, and no secret.</summary>
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="FormatException">A setting is malformed, or the account cannot be told. The message holds no value.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var settings = Settings(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var use) && string.Equals(use, "true", StringComparison.OrdinalIgnoreCase))
            return Emulator(settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1");

        if (settings.GetValueOrDefault("AccountName") is not { Length: > 0 } name || settings.GetValueOrDefault("AccountKey") is not { Length: > 0 } key)
            throw NoAccount();
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https";
        var endpoint = settings.GetValueOrDefault("TableEndpoint")
            ?? (settings.GetValueOrDefault("EndpointSuffix") is { Length: > 0 } suffix ? $"{protocol}://{name}.table.{suffix}" : throw NoAccount());
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? new(uri, new(name, key)) : throw NoAccount();
    }

    private static ConnectionString Emulator(string host) =>
        new(new UriBuilder(host) { Port = 10002, Path = EmulatorAccount }.Uri, new(EmulatorAccount, EmulatorKey));

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new FormatException("A connection string is made of name=value, separated by semicolons.");
            settings[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }
        return settings;
    }

    private static FormatException NoAccount() => new("No valid combination of account information found.");
}
