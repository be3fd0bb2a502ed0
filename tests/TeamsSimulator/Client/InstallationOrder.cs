namespace RetroBot.Simulation.Client;

/// <summary>Teams announces an installation twice, and either announcement may come first.</summary>
public enum InstallationOrder
{
    InstallationUpdateFirst,
    ConversationUpdateFirst,
}
