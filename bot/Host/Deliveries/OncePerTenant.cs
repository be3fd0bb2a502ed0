using RetroBot.Core.People;

namespace RetroBot.Host.Deliveries;

/// <summary>Work for tenants of which each has one under way at the most, and so many have at once.</summary>
internal sealed class OncePerTenant(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim places = new(atOnce);
    private readonly Dictionary<TenantId, Task> underWay = [];
    private readonly Lock gate = new();

    /// <summary>For how many it is under way, or waits for a place.</summary>
    public int Count
    {
        get
        {
            lock (gate) return underWay.Count;
        }
    }

    /// <param name="work">Begun unless the tenant's is under way. It throws nothing.</param>
    /// <returns>The end of what is under way.</returns>
    public Task StartAsync(TenantId tenant, Func<Task> work)
    {
        lock (gate)
        {
            if (underWay.TryGetValue(tenant, out var running)) return running;
            return underWay[tenant] = Task.Run(() => RunAsync(tenant, work), CancellationToken.None);
        }
    }

    public Task WhenAllAsync()
    {
        lock (gate) return Task.WhenAll(underWay.Values);
    }

    public void Dispose() => places.Dispose();

    private async Task RunAsync(TenantId tenant, Func<Task> work)
    {
        await places.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            places.Release();
            lock (gate) underWay.Remove(tenant);
        }
    }
}
