using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using RetroBot.Host.Teams;

namespace RetroBot.Host.Web;

/// <summary>What the service takes at most, whoever sends it, so that no flood takes its memory: how much in one request, how slowly, and how many at once.</summary>
internal static class RequestLimits
{
    /// <summary>That are worked on.</summary>
    public const int AtOnce = 256;

    /// <summary>That wait for their turn. More would be answered only when Teams has given up, which it does after some 15 s.</summary>
    public const int Waiting = 1024;

    /// <summary>Bytes a second, once the first seconds are over. Teams' posts come at once; whoever holds a place by sending slowly loses it.</summary>
    private const double Slowest = 16 * 1024;

    private static readonly TimeSpan FirstSeconds = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = ActivityBody.Longest;
            server.Limits.MinRequestBodyDataRate = new MinDataRate(Slowest, FirstSeconds);
        });
        builder.Services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
                "", _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
            limits.OnRejected = RefuseAsync;
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken ct)
    {
        refused.HttpContext.Response.Headers.RetryAfter = Again.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem("Too many requests at once. Try again later.", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(refused.HttpContext);
    }
}
