using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using RetroBot.Host.Telemetry;

namespace RetroBot.Host.Teams;

/// <summary><c>POST /api/messages</c>: where Teams delivers activities.</summary>
internal sealed partial class MessagesEndpoint(InboundGuard guard, RetroBotAdapter adapter, IBot bot, InvokeInstruments instruments, TimeProvider time, ILogger<MessagesEndpoint> logger)
{
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
                var begun = time.GetTimestamp();
                // Work that was begun is finished, also when Teams hangs up: it sends the same invoke again.
                await HttpHelper.WriteResponseAsync(context.Response, await adapter.ProcessAsync(caller, activity, bot, CancellationToken.None));
                if (activity.Type == ActivityTypes.Invoke) instruments.Answered(time.GetElapsedTime(begun));
                break;
            default:
                throw new InvalidOperationException("An inbound request is either accepted or refused.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A request was refused with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
