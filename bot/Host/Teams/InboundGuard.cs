using System.Net;
using Microsoft.Bot.Connector.Authentication;

namespace RetroBot.Host.Teams;

/// <summary>Stands in front of the adapter: nothing but a well-formed activity of an authenticated caller, from a service that RetroBot may answer, gets past.</summary>
internal sealed partial class InboundGuard(BotFrameworkAuthentication authentication, TeamsSettings settings, ILogger<InboundGuard> logger)
{
    public async Task<Inbound> CheckAsync(HttpContext context, CancellationToken ct)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (settings.SignedOnly)
        {
            if (!BearerToken.LooksSigned(header)) return new Inbound.Refused(StatusCodes.Status401Unauthorized, "A signed Bot Framework token is needed.");
        }
        else if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller))
        {
            return new Inbound.Refused(StatusCodes.Status401Unauthorized, "Without MicrosoftAppId, activities are taken from this machine only.");
        }

        if (!context.Request.HasJsonContentType()) return new Inbound.Refused(StatusCodes.Status415UnsupportedMediaType, "The body's type is application/json.");
        ReadOnlyMemory<byte>? read;
        try
        {
            read = await ActivityBody.ReadAsync(context.Request, ct);
        }
        catch (BadHttpRequestException broken)
        {
            return new Inbound.Refused(broken.StatusCode, "The body did not arrive whole.");
        }
        if (read is not { } body) return new Inbound.Refused(StatusCodes.Status413PayloadTooLarge, $"An activity has at most {ActivityBody.Longest} bytes.");
        var (activity, reason) = ActivityBody.Parse(body);
        if (activity is null) return new Inbound.Refused(StatusCodes.Status400BadRequest, reason);

        AuthenticateRequestResult authenticated;
        try
        {
            authenticated = await authentication.AuthenticateRequestAsync(activity, settings.SignedOnly ? header : null, ct);
        }
        catch (Exception unreachable) when (KeysOutOfReach(unreachable))
        {
            Log.KeysOutOfReach(logger, unreachable);
            return new Inbound.Refused(StatusCodes.Status503ServiceUnavailable, "The token cannot be checked now: the signing keys are out of reach. Try again.");
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // The official library throws some ten kinds of exception for a bad token; each means the same here.
            Log.BadToken(logger, refused.GetType().Name);
            return new Inbound.Refused(StatusCodes.Status401Unauthorized, "The token was refused.");
        }

        var claimed = authenticated.ClaimsIdentity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        return settings.MayAnswer(activity.ServiceUrl) && (claimed is null || claimed == activity.ServiceUrl)
            ? new Inbound.Accepted(activity, authenticated)
            : new Inbound.Refused(StatusCodes.Status403Forbidden, "RetroBot does not answer to this serviceUrl.");
    }

    private static bool KeysOutOfReach(Exception? fault) =>
        fault is HttpRequestException or IOException || (fault?.InnerException is { } inner && KeysOutOfReach(inner));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The Bot Framework's signing keys are out of reach; check that the service may call login.botframework.com, or ToBotFromChannelOpenIdMetadataUrl.")]
        public static partial void KeysOutOfReach(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A token was refused ({Kind}).")]
        public static partial void BadToken(ILogger logger, string kind);
    }
}
