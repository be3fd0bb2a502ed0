using System.Collections.Concurrent;
using NodaTime.Extensions;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends for each tenant that has cards to send, each by itself: one that Teams puts off keeps no other waiting.</summary>
internal sealed class DeliveryWorker(DeliveryQueue queue, TenantSender sender, TimeProvider time) : BackgroundService
{
    /// <summary>More would send faster than one process can.</summary>
    private const int TenantsAtOnce = 16;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim places = new(TenantsAtOnce);
    private readonly ConcurrentDictionary<TenantId, Task> underWay = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                foreach (var tenant in queue.TenantsDueAt(time.GetUtcNow().ToInstant())) Start(tenant, stoppingToken);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(underWay.Values);
        }
    }

    /// <summary>Sends what is due now, and returns.</summary>
    public Task RunOnceAsync(CancellationToken ct) =>
        Task.WhenAll(queue.TenantsDueAt(time.GetUtcNow().ToInstant()).Select(tenant => SendAsync(tenant, ct)));

    private void Start(TenantId tenant, CancellationToken ct)
    {
        if (underWay.TryGetValue(tenant, out var task) && !task.IsCompleted) return;
        underWay[tenant] = Task.Run(() => SendAsync(tenant, ct), CancellationToken.None);
    }

    private async Task SendAsync(TenantId tenant, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            await sender.RunOnceAsync(tenant, ct);
        }
        finally
        {
            places.Release();
        }
    }

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }
}
