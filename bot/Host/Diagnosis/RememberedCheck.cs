using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RetroBot.Host.Diagnosis;

/// <summary>A check as ASP.NET Core's health checks ask for it, made at most once in a while: whoever asks often, asks for what is known.</summary>
internal sealed class RememberedCheck(ICheck check, Checks checks, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim gate = new(1);
    private (long At, HealthCheckResult Result)? latest;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is not { } known || time.GetElapsedTime(known.At) >= Fresh)
            {
                // For whoever asks next, too: one who gives up waiting ends it for nobody else.
                latest = known = (time.GetTimestamp(), Health.ResultOf(await checks.MakeAsync(check, CancellationToken.None)));
            }
            return known.Result;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
