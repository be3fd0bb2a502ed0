namespace RetroBot.Simulation;

/// <summary>The bot as Teams knows it: its Entra app id and the name people mention it by.</summary>
public sealed record BotAccount(Guid AppId, string Name)
{
    public string Id => $"28:{AppId}";
}
