using System.Collections.Concurrent;
using NodaTime.Extensions;
using RetroBot.Core;
using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>Sends for each tenant that has cards to send and no other sender, each by itself: one that Teams puts off keeps no other waiting.</summary>
internal sealed partial class DeliveryWorker(DeliveryQueue queue, SenderLeases leases, UnsentRounds unsent, TenantSender sender, TimeProvider time, ILogger<DeliveryWorker> logger) : BackgroundService
{
    /// <summary>More would send faster than one process can.</summary>
    private const int TenantsAtOnce = 16;

    /// <summary>A renewal that storage is slow with keeps no other lease from being renewed.</summary>
    private const int RenewalsAtOnce = 64;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>With the time after which a lease counts as abandoned, another instance has taken over well within 30 s.</summary>
    private static readonly TimeSpan LookAtOthers = TimeSpan.FromSeconds(5);

    private readonly OncePerTenant sends = new(TenantsAtOnce);
    private readonly OncePerTenant renewals = new(RenewalsAtOnce);

    /// <summary>Sends what is due now, and returns.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        var abandoned = await AbandonedAsync(ct);
        await Task.WhenAll(DueTenants().Union(abandoned).Union(leases.Tenants).Select(tenant => StartAsync(tenant, ct)));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(sends.WhenAllAsync(), renewals.WhenAllAsync());
        // Another instance need not wait until these look abandoned. Where cards are left they are to look so: that is what makes another look after them.
        await TryAsync(() => leases.ReleaseAllAsync(tenant => !queue.Has(tenant), CancellationToken.None));
    }

    public override void Dispose()
    {
        sends.Dispose();
        renewals.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looking = RepeatAsync(Look, () => StartAll(DueTenants(), stoppingToken), stoppingToken);
        var watching = RepeatAsync(LookAtOthers, () => WatchAsync(stoppingToken), stoppingToken);
        var renewing = RepeatAsync(SenderLeases.Renewal, () => RenewAll(stoppingToken), stoppingToken);
        await Task.WhenAll(looking, watching, renewing);
    }

    private async Task RepeatAsync(TimeSpan every, Func<Task> work, CancellationToken ct)
    {
        while (true)
        {
            await TryAsync(work);
            await Task.Delay(every, time, ct);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        await StartAll([.. await AbandonedAsync(ct), .. leases.Tenants], ct);
        // Also what another instance has opened since, while this one sends: the next look starts it.
        await unsent.QueueAsync([.. leases.Tenants], ct);
    }

    private Task StartAll(IReadOnlyList<TenantId> tenants, CancellationToken ct)
    {
        foreach (var tenant in tenants) _ = StartAsync(tenant, ct);
        return Task.CompletedTask;
    }

    private Task RenewAll(CancellationToken ct)
    {
        foreach (var tenant in leases.Tenants) _ = renewals.StartAsync(tenant, () => TryAsync(() => leases.RenewAsync(tenant, ct)));
        return Task.CompletedTask;
    }

    private Task StartAsync(TenantId tenant, CancellationToken ct) => sends.StartAsync(tenant, () => TryAsync(() => SendAsync(tenant, ct)));

    private async Task SendAsync(TenantId tenant, CancellationToken ct)
    {
        if (!await leases.TryHoldAsync(tenant, ct))
        {
            sender.Forget(tenant);
            return;
        }
        await unsent.QueueAsync([tenant], ct);
        await sender.RunAsync(tenant, ct);
        if (queue.Has(tenant)) return;
        await leases.ReleaseAsync(tenant, ct);
        // What another instance opened until then was left to this one.
        await unsent.QueueAsync([tenant], ct);
    }

    private async Task<IReadOnlyList<TenantId>> AbandonedAsync(CancellationToken ct)
    {
        IReadOnlyList<TenantId> abandoned = [];
        await TryAsync(async () =>
        {
            var others = await leases.LookAsync(ct);
            abandoned = others.Dead;
            // A round that was opened here while another one sent was left to it, maybe after its last look.
            await unsent.QueueAsync(others.GivenBack, ct);
        });
        return abandoned;
    }

    private IReadOnlyList<TenantId> DueTenants() => queue.TenantsDueAt(time.GetUtcNow().ToInstant());

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageUnavailableException fault)
        {
            Log.StorageUnavailable(logger, fault);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Storage was out of reach while cards were to be sent. It is tried again in seconds.")]
        public static partial void StorageUnavailable(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "Sending cards failed. It is tried again in seconds.")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}
