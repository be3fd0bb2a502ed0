using System.Globalization;

namespace RetroBot.Host.Local;

/// <summary>What a developer chose to have started beside the service.</summary>
/// <param name="Storage">Whether the storage emulator is wanted: no storage is configured.</param>
/// <param name="StoragePort">0 for any free port, as for <paramref name="PlaygroundPort"/>.</param>
internal sealed record LocalSettings(bool Storage, int StoragePort, bool Playground, int PlaygroundPort, bool Demo)
{
    public const string StorageConnectionString = "Storage:ConnectionString";

    private const string StorageEndpoint = "Storage:Endpoint";
    private const string PlaygroundSetting = "RetroBot:Local:Playground";
    private const string DemoSetting = "RetroBot:Local:Demo";
    private const int HighestPort = 65535;

    /// <exception cref="LocalSetupException">A setting cannot be read; the message names every such.</exception>
    public static LocalSettings From(IConfiguration configuration)
    {
        List<string> problems = [];
        var settings = new LocalSettings(
            string.IsNullOrWhiteSpace(configuration[StorageConnectionString]) && string.IsNullOrWhiteSpace(configuration[StorageEndpoint]),
            Port(Azurite.PortSetting, Azurite.DefaultPort),
            Flag(PlaygroundSetting),
            Port(Local.Playground.PortSetting, Local.Playground.DefaultPort),
            Flag(DemoSetting));
        return problems.Count == 0 ? settings : throw new LocalSetupException(string.Join(Environment.NewLine, problems));

        bool Flag(string name)
        {
            if (configuration[name] is not { Length: > 0 } text) return true;
            if (bool.TryParse(text, out var flag)) return flag;
            problems.Add($"{name} is \"{text}\": true or false.");
            return false;
        }

        int Port(string name, int otherwise)
        {
            if (configuration[name] is not { Length: > 0 } text) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= HighestPort) return port;
            problems.Add($"{name} is \"{text}\": a port from 1 to {HighestPort}, or 0 for any free one, such as {otherwise}.");
            return otherwise;
        }
    }
}
