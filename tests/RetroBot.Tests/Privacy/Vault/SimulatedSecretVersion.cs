using System.Text.Json.Nodes;

namespace RetroBot.Tests.Privacy.Vault;

/// <summary>One version of a secret.</summary>
public sealed class SimulatedSecretVersion(Uri id, string value, DateTimeOffset created)
{
    public Uri Id => id;
    public string Value => value;
    public bool Enabled { get; set; } = true;
    public DateTimeOffset? NotBefore { get; set; }
    public DateTimeOffset? Expires { get; set; }

    /// <summary>As a list shows it: without its value.</summary>
    public JsonObject Described()
    {
        var attributes = new JsonObject
        {
            ["enabled"] = Enabled,
            ["created"] = created.ToUnixTimeSeconds(),
            ["updated"] = created.ToUnixTimeSeconds(),
            ["recoveryLevel"] = "Recoverable+Purgeable",
        };
        if (NotBefore is { } from) attributes["nbf"] = from.ToUnixTimeSeconds();
        if (Expires is { } until) attributes["exp"] = until.ToUnixTimeSeconds();
        return new JsonObject { ["id"] = id.AbsoluteUri, ["attributes"] = attributes };
    }
}
