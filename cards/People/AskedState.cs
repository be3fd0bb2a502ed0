namespace RetroBot.Cards.People;

/// <summary>Whether somebody is asked.</summary>
public abstract record AskedState
{
    private AskedState()
    {
    }

    public sealed record Asked : AskedState;

    /// <param name="Until">The first day on which RetroBot asks again, from its first minute anywhere.</param>
    public sealed record Paused(DateOnly Until) : AskedState;

    public sealed record Stopped : AskedState;
}
