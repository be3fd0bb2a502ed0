using Microsoft.Bot.Schema;
using NodaTime.Extensions;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>Asks about a tool in a team's channel.</summary>
internal sealed partial class TeamsReviewChannel(ProactiveTurns turns, TimeProvider time, ILogger<TeamsReviewChannel> logger) : IReviewChannel
{
    public async Task<AskOutcome> AskAsync(Team team, ToolOptOut optOut, CancellationToken ct)
    {
        try
        {
            await turns.InChannelAsync(team, RequestKind.Send, (turn, token) => turn.SendActivityAsync(CardMessage.Of(new ToolReviewCard(optOut.Tool, OptOutTerms.Of(optOut.Ground), optOut.Reason), TeamCulture.Of(team)), token), ct);
            return new AskOutcome.Ended();
        }
        catch (Exception refused) when (ChannelFaults.Include(refused, ct))
        {
            Log.NotAsked(logger, refused);
            var refusal = Refusal.Of(refused, time.GetUtcNow().ToInstant());
            return IsForLater(refused, refusal) ? new AskOutcome.NotNow(refusal.RetryAfter) : new AskOutcome.Ended();
        }
    }

    private static bool IsForLater(Exception refused, Refusal refusal) => refused is ChannelBusyException || ChannelFaults.IsNoToken(refused)
        || (refused is ErrorResponseException && SendErrors.MeaningOf(refusal) is SendMeaning.TryLater or SendMeaning.DisabledByAdmin or SendMeaning.NotRegistered);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams did not take the question whether a tool is still left out, or not for certain. Only what it surely refused for now is asked again.")]
        public static partial void NotAsked(ILogger logger, Exception fault);
    }
}
