using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Teams;

/// <summary><c>POST /api/messages</c>: where Teams delivers activities.</summary>
internal sealed partial class MessagesEndpoint(InboundGuard guard, RetroBotAdapter adapter, IBot bot, InvokeInstruments instruments, TimeProvider time, ILogger<MessagesEndpoint> logger)
{
    /// <summary>Far longer than anything takes: what is at it then would be at it for ever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        switch (await guard.CheckAsync(context, ct))
        {
            case Inbound.Refused(var status, var reason):
                Log.Refused(logger, status, reason);
                await Results.Problem(reason, statusCode: status).ExecuteAsync(context);
                break;
            case Inbound.Accepted(var activity, var caller):
                await AnswerAsync(context, caller, activity);
                break;
            default:
                throw new InvalidOperationException("An inbound request is either accepted or refused.");
        }
    }

    /// <summary>Work that was begun is finished, also when Teams hangs up: it sends the same invoke again.</summary>
    private async Task AnswerAsync(HttpContext context, AuthenticateRequestResult caller, Activity activity)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        var begun = time.GetTimestamp();
        try
        {
            await HttpHelper.WriteResponseAsync(context.Response, await adapter.ProcessAsync(caller, activity, bot, limit.Token));
            if (activity.Type == ActivityTypes.Invoke) instruments.Answered(time.GetElapsedTime(begun));
        }
        catch (OperationCanceledException endless) when (limit.IsCancellationRequested)
        {
            Log.GivenUp(logger, endless, activity.Type);
            await Results.StatusCode(StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A request was refused with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "What Teams sent ({Type}) was not done in five minutes, and was given up. Please report this, with the stack.")]
        public static partial void GivenUp(ILogger logger, Exception endless, string type);
    }
}
