namespace RetroBot.Tests.Crashes;

/// <summary>One instance in one run.</summary>
/// <param name="Calls">What it called, until it was killed or had nothing left to do.</param>
internal sealed record Life(IReadOnlyList<Call> Calls, bool Died);
