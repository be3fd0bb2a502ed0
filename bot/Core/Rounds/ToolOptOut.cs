using NodaTime;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Core.Rounds;

/// <summary>A tool that a team does without for now. It is not offered, and nowhere told as a lack; on the day of its review a lead is asked whether that is still so.</summary>
public sealed record ToolOptOut
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 200;

    public string Tool { get; }

    public OptOutGround Ground { get; }

    /// <summary>What a lead says to that, for the team alone: one clean line. Null for nothing.</summary>
    public string? Reason { get; }

    /// <summary>A day of the team's own calendar.</summary>
    public LocalDate Review { get; }

    /// <summary>Whether a lead has been asked. It is written before the question is sent, so that it is asked once.</summary>
    public bool IsAsked { get; init; }

    /// <exception cref="ArgumentException">There is no tool, or the reason is blank, too long or not clean.</exception>
    public ToolOptOut(string tool, OptOutGround ground, string? reason, LocalDate review)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tool);
        if (reason is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(reason);
            if (reason.Length > LongestReason) throw new ArgumentException($"A reason has at most {LongestReason} characters.", nameof(reason));
            if (!StoryText.IsClean(reason)) throw new ArgumentException("A reason is one line without anything invisible.", nameof(reason));
        }
        (Tool, Ground, Reason, Review) = (tool, ground, reason, review);
    }

    public bool IsOf(string tool) => string.Equals(Tool, tool, StringComparison.OrdinalIgnoreCase);
}
