using RetroBot.Core;
using RetroBot.Host.Catalogs;

namespace RetroBot.Host.Web;

/// <summary>Stands before every route of the API that tells something of a tenant: lets in who may read it, each so often a minute, and says whose tenant they may read.</summary>
internal sealed partial class ApiCallers(AccessTokens tokens, CatalogReaders readers, ILogger<ApiCallers> logger) : IEndpointFilter, IDisposable
{
    /// <summary>Requests of one caller in one minute.</summary>
    public const int PerMinute = 30;

    private readonly ReaderPace pace = new(PerMinute);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        switch (await tokens.OfAsync(http.Request.Headers.Authorization.ToString(), http.RequestAborted))
        {
            case Access.NotSetUp:
                return Refused(StatusCodes.Status404NotFound, "The catalog's API is not set up: RetroBot:Web:Audience is missing.");
            case Access.Unknown:
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Refused(StatusCodes.Status401Unauthorized, "An access token of Entra for this API is needed.");
            case Access.KeysOutOfReach:
                return Refused(StatusCodes.Status503ServiceUnavailable, "The token cannot be checked now: the signing keys are out of reach. Try again.");
            case Access.NotOwner(var tenant, var user) when readers.IsReadByEveryone && http.GetEndpoint()?.Metadata.GetMetadata<ForOwners>() is null:
                return await LetInAsync(new Reader(tenant, user, IsOwner: false));
            case Access.NotOwner:
                return Refused(StatusCodes.Status403Forbidden, "Only program owners read this.");
            case Access.Granted(var tenant, var owner):
                return await LetInAsync(new Reader(tenant, owner, IsOwner: true));
            default:
                throw new InvalidOperationException("A caller is let in or refused.");
        }

        async ValueTask<object?> LetInAsync(Reader reader)
        {
            if (!pace.Allows(reader.User, http.Response)) return Refused(StatusCodes.Status429TooManyRequests, $"{PerMinute} requests a minute. Try again later.");
            http.Features.Set(reader);
            try
            {
                return await next(context);
            }
            catch (StorageUnavailableException) when (!http.Response.HasStarted)
            {
                return Refused(StatusCodes.Status503ServiceUnavailable, "Storage is out of reach. Try again.");
            }
        }
    }

    public void Dispose() => pace.Dispose();

    private IResult Refused(int status, string reason)
    {
        Log.Refused(logger, status, reason);
        return Results.Problem(reason, statusCode: status);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A request was refused with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
