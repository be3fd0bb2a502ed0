namespace RetroBot.Tests.Crashes;

/// <summary>A request that the service makes of storage or of Teams.</summary>
/// <param name="Name">What is asked for, without what differs from run to run.</param>
/// <param name="Time">The how manieth of this name, from 1.</param>
/// <param name="Changes">Whether anything can be different afterwards: it does not only read.</param>
internal sealed record Call(string Name, int Time, bool Changes)
{
    private const string NextLookIsMoved = "storage: PUT teams t, DELETE teams d, PUT teams d";

    /// <summary>Whether every run makes it: reading may be done once less, and a lease is written anew, or a team's next look moved, as often as time allows.</summary>
    public bool IsCertain => Changes && !Name.Contains(" senders", StringComparison.Ordinal) && Name != NextLookIsMoved;

    public override string ToString() => Time == 1 ? Name : $"{Name} ({Time})";
}
