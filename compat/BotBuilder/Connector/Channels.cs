namespace Microsoft.Bot.Connector;

/// <summary>The ids of channels, as activities name them.</summary>
public class Channels
{
    public const string Emulator = "emulator";

    public const string Msteams = "msteams";
}
