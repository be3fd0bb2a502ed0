using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;

namespace RetroBot.Host.Teams;

/// <summary>The official adapter, entered with a caller who is authenticated already.</summary>
/// <remarks>It has no logger: the adapter's own lines carry conversation ids.</remarks>
internal sealed class RetroBotAdapter(BotFrameworkAuthentication authentication) : CloudAdapter(authentication, NullLogger.Instance)
{
    public Task<InvokeResponse> ProcessAsync(AuthenticateRequestResult caller, Activity activity, IBot bot, CancellationToken ct) =>
        ProcessActivityAsync(caller, activity, bot.OnTurnAsync, ct);
}
