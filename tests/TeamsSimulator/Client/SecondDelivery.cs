namespace RetroBot.Simulation.Client;

/// <summary>When Teams delivers an invoke for the second time.</summary>
public enum SecondDelivery
{
    /// <summary>After the bot answered the first.</summary>
    Afterwards,

    /// <summary>While the first is under way.</summary>
    AtOnce,
}
