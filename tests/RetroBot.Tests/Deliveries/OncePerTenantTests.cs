using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using Xunit;

namespace RetroBot.Tests.Deliveries;

public sealed class OncePerTenantTests
{
    private readonly TaskCompletionSource open = new();

    [Fact]
    public async Task Of_many_who_begin_a_tenant_s_work_at_once_one_does_and_it_is_forgotten_when_it_is_done()
    {
        using var work = new OncePerTenant(atOnce: 4);
        var begun = 0;
        var all = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(16).Select(_ => work.StartAsync(new TenantId("one"), async () =>
        {
            Interlocked.Increment(ref begun);
            await open.Task;
        })).ToList();
        Assert.Equal(1, work.Count);

        open.SetResult();
        await Task.WhenAll(all);

        Assert.Equal((1, 0), (begun, work.Count));
    }

    [Fact]
    public async Task One_tenant_s_slow_work_keeps_no_other_s_waiting_while_there_is_a_place()
    {
        using var work = new OncePerTenant(atOnce: 2);
        var slow = work.StartAsync(new TenantId("slow"), () => open.Task);

        await work.StartAsync(new TenantId("one"), () => Task.CompletedTask);
        await work.StartAsync(new TenantId("one"), () => Task.CompletedTask);

        Assert.False(slow.IsCompleted);
        open.SetResult();
        await slow;
    }

    [Fact]
    public async Task Whoever_has_no_place_waits_for_one()
    {
        using var work = new OncePerTenant(atOnce: 1);
        var begun = new TaskCompletionSource();
        var first = work.StartAsync(new TenantId("first"), () =>
        {
            begun.SetResult();
            return open.Task;
        });
        await begun.Task;
        var isFirstOver = false;
        var second = work.StartAsync(new TenantId("second"), () =>
        {
            isFirstOver = first.IsCompleted || open.Task.IsCompleted;
            return Task.CompletedTask;
        });

        open.SetResult();
        await Task.WhenAll(first, second);

        Assert.True(isFirstOver);
    }
}
