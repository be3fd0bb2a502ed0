using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core.Catalogs;

namespace RetroBot.Host.Diagnosis;

/// <summary>What the platform that RetroBot runs on asks, and whoever runs it: the same checks as <c>diagnose</c> makes, in an operator's words. Nothing in it is about a team or a person.</summary>
internal static class Health
{
    public const string LivePath = "/health/live";
    public const string ReadyPath = "/health/ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddOptions<HealthCheckServiceOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            foreach (var check in provider.GetServices<ICheck>())
            {
                var remembered = ActivatorUtilities.CreateInstance<RememberedCheck>(provider, check);
                options.Registrations.Add(new HealthCheckRegistration(CatalogWords.Of(check.Subject), remembered, failureStatus: null, tags: null));
            }
        });
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        // The process answers: nothing else is asked.
        app.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).DisableRateLimiting();
        app.MapHealthChecks(ReadyPath, new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    public static HealthCheckResult ResultOf(CheckLine line) => new(
        line.State switch
        {
            CheckState.Works => HealthStatus.Healthy,
            CheckState.NeedsAttention => HealthStatus.Degraded,
            CheckState.Fails => HealthStatus.Unhealthy,
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.State, null),
        },
        string.Join(' ', line.Remarks.OfType<Remark.Plain>().Select(remark => HealthWords.Of(line.Subject, remark.Message))));

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Answer(CatalogWords.Of(report.Status), [.. report.Entries.Select(entry => new Line(entry.Key, CatalogWords.Of(entry.Value.Status), entry.Value.Description ?? ""))]), context.RequestAborted);

    private sealed record Answer(string Status, IReadOnlyList<Line> Checks);

    /// <param name="Says">What was found and, where that is not as it should be, what to do.</param>
    private sealed record Line(string Check, string Status, string Says);
}
