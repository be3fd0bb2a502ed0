namespace RetroBot.Core.Rounds;

/// <summary>The channel in which a lead is asked whether a tool is still to be left out.</summary>
public interface IReviewChannel
{
    Task<AskOutcome> AskAsync(Team team, ToolOptOut optOut, CancellationToken ct);
}
