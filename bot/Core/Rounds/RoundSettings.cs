using NodaTime;

namespace RetroBot.Core.Rounds;

/// <summary>When a team is asked, for how long, and what about. Set by a lead; valid by construction.</summary>
public sealed record RoundSettings
{
    public const int ShortestOpenDays = 1;

    /// <summary>Days. A round is over before the next week's opens.</summary>
    public const int LongestOpenDays = 6;

    public const int MostTools = 12;

    /// <summary>Characters.</summary>
    public const int LongestToolName = 40;

    public Cadence Cadence { get; }
    public IsoDayOfWeek Day { get; }

    /// <summary>Local time in <see cref="Zone"/>, on which rounds open and close.</summary>
    public LocalTime Time { get; }

    public DateTimeZone Zone { get; }
    public int OpenDays { get; }
    public Threshold Threshold { get; }
    public IReadOnlyList<string> Tools { get; }

    /// <summary>A Monday: cadence periods are counted from this week.</summary>
    public LocalDate Anchor { get; }

    /// <summary>Whether those who have not answered are reminded, once, half-way through the round. Off until a lead asks for it.</summary>
    public bool Reminds { get; init; }

    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public RoundSettings(Cadence cadence, IsoDayOfWeek day, LocalTime time, DateTimeZone zone, int openDays, Threshold threshold, IReadOnlyList<string> tools, LocalDate anchor)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(tools);
        if (!Enum.IsDefined(cadence)) throw new ArgumentOutOfRangeException(nameof(cadence), cadence, null);
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) throw new ArgumentOutOfRangeException(nameof(day), day, null);
        ArgumentOutOfRangeException.ThrowIfLessThan(openDays, ShortestOpenDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(openDays, LongestOpenDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold.Answers, Threshold.Lowest, nameof(threshold));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tools.Count, MostTools, nameof(tools));
        if (tools.Any(tool => string.IsNullOrWhiteSpace(tool) || tool.Length > LongestToolName))
            throw new ArgumentException($"A tool's name has 1 to {LongestToolName} characters.", nameof(tools));
        if (anchor.DayOfWeek != IsoDayOfWeek.Monday) throw new ArgumentException("The anchor is a Monday.", nameof(anchor));

        (Cadence, Day, Time, Zone, OpenDays, Threshold, Tools, Anchor) = (cadence, day, time, zone, openDays, threshold, tools, anchor);
    }
}
