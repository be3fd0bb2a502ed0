using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads activities from HTTP requests and writes the answers of invokes to their responses.</summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        if (httpRequest.Method != HttpMethods.Post)
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var activity = await HttpHelper.ReadRequestAsync<Activity>(httpRequest);
        if (string.IsNullOrEmpty(activity?.Type))
        {
            httpResponse.StatusCode = StatusCodes.Status400BadRequest;
            Log.NoActivity(Logger);
            return;
        }

        try
        {
            var answer = await ProcessActivityAsync(httpRequest.Headers.Authorization, activity, bot.OnTurnAsync, cancellationToken);
            await HttpHelper.WriteResponseAsync(httpResponse, answer);
        }
        catch (UnauthorizedAccessException refusal)
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            Log.Unauthorized(Logger, refusal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request without an activity, or with one that has no type, was refused.")]
        public static partial void NoActivity(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "A request was refused as unauthorized.")]
        public static partial void Unauthorized(ILogger logger, Exception exception);
    }
}
