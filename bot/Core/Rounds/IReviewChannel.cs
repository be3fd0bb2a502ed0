namespace RetroBot.Core.Rounds;

/// <summary>The channel in which a lead is asked whether a tool is still to be left out.</summary>
public interface IReviewChannel
{
    /// <returns>False only where the channel surely did not take the question and may take it later. Where nobody knows it may have been read, and is not asked again.</returns>
    Task<bool> AskAsync(Team team, ToolOptOut optOut, CancellationToken ct);
}
