namespace RetroBot.Tests.Startup;

/// <summary>What RetroBot needs to start outside Development, the master key apart.</summary>
internal static class CompleteSettings
{
    /// <param name="others">Laid over them.</param>
    public static Dictionary<string, string?> With(IEnumerable<KeyValuePair<string, string?>> others)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:ConnectionString"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/a;",
            ["RetroBot:Address"] = "https://retrobot.contoso.com",
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppId"] = "0a1b2c3d-0000-4000-8000-000000000001",
            ["MicrosoftAppTenantId"] = "0a1b2c3d-0000-4000-8000-000000000002",
        };
        foreach (var (name, value) in others) settings[name] = value;
        return settings;
    }
}
