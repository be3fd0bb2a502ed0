using Microsoft.Bot.Schema;
using NodaTime;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>Asks about a tool in a team's channel.</summary>
internal sealed partial class TeamsReviewChannel(ProactiveTurns turns, ILogger<TeamsReviewChannel> logger) : IReviewChannel
{
    public async Task<bool> AskAsync(Team team, ToolOptOut optOut, CancellationToken ct)
    {
        try
        {
            await turns.InChannelAsync(team, RequestKind.Send, (turn, token) => turn.SendActivityAsync(CardMessage.Of(new ToolReviewCard(optOut.Tool, optOut.Reason), TeamCulture.Of(team)), token), ct);
            return true;
        }
        catch (Exception refused) when (ChannelFaults.Include(refused, ct))
        {
            Log.NotAsked(logger, refused);
            return !IsForLater(refused);
        }
    }

    private static bool IsForLater(Exception refused) => refused is ChannelBusyException || ChannelFaults.IsNoToken(refused)
        || (refused is ErrorResponseException answer && SendErrors.MeaningOf(Refusal.Of(answer, Instant.MinValue)) is SendMeaning.TryLater or SendMeaning.DisabledByAdmin or SendMeaning.NotRegistered);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams did not take the question whether a tool is still left out, or not for certain. Only what it surely refused for now is asked again.")]
        public static partial void NotAsked(ILogger logger, Exception fault);
    }
}
