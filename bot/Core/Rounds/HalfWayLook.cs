namespace RetroBot.Core.Rounds;

/// <summary>
/// The one look half-way through a round at who may be sent a card again: those of whom nobody knows whether the first one arrived, and, where the team wants reminders, everybody who has not answered.
/// Lines of the ledger are claimed here before they are dealt with, some at a time, so that nobody is reminded twice. About the people nothing is written: that would tell who had not answered.
/// </summary>
/// <param name="Lines">How many of the ledger's lines, in their order, are claimed.</param>
/// <param name="IsLate">The first cards were not all out by half-way: nobody is reminded of one that has only just come.</param>
public sealed record HalfWayLook(int Lines, bool IsOver, bool IsLate = false)
{
    public static HalfWayLook NotBegun { get; } = new(0, IsOver: false);

    public static HalfWayLook Late { get; } = new(0, IsOver: false, IsLate: true);

    public static HalfWayLook Over { get; } = new(0, IsOver: true);
}
