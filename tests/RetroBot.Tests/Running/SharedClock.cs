using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RetroBot.Tests.Running;

/// <summary>One clock for a test and for the services that it starts in processes of their own: what sets it forward here sets it forward there.</summary>
internal sealed class SharedClock : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim gate = new(1);
    private readonly List<TcpClient> followers = [];
    private readonly Task accepting;

    public SharedClock()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public JumpingTime Time { get; } = new();

    /// <summary>Has the process go by this clock once it is started.</summary>
    /// <param name="wrong">How much later than others it is to say it is; negative for earlier.</param>
    public void PutInto(ProcessStartInfo start, TimeSpan wrong) => ClockInProcess.Put(((IPEndPoint)listener.LocalEndpoint).Port, wrong, start);

    /// <summary>Returns when every process that runs goes by the new time.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken ct) => TellAllAsync(() =>
    {
        Time.SetAhead(Time.Ahead + by);
        return Time.Ahead.Ticks;
    }, ct);

    /// <summary>Sets the time of day forward or back, as somebody does who sets a clock: no time passes. Returns when every process that runs goes by it.</summary>
    public Task SetAsync(TimeSpan by, CancellationToken ct) => TellAllAsync(() =>
    {
        Time.Wrong += by;
        return Time.Ahead.Ticks;
    }, ct);

    /// <summary>Returns when every process that runs has freed the memory that it does not need any more.</summary>
    public Task CollectAsync(CancellationToken ct) => TellAllAsync(() => ClockInProcess.Collect, ct);

    private async Task TellAllAsync(Func<long> what, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var said = what();
            foreach (var follower in followers.ToList())
            {
                if (await TellAsync(follower, said, ct)) continue;
                followers.Remove(follower);
                follower.Dispose();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await accepting;
        foreach (var follower in followers) follower.Dispose();
        gate.Dispose();
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var follower = await listener.AcceptTcpClientAsync(ended.Token);
                await gate.WaitAsync(ended.Token);
                if (await TellAsync(follower, Time.Ahead.Ticks, ended.Token)) followers.Add(follower);
                gate.Release();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <returns>Whether the process is still there, and has said in time that it goes by what it was told.</returns>
    private async Task<bool> TellAsync(TcpClient follower, long what, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, ended.Token);
        try
        {
            await follower.GetStream().WriteAsync((byte[])[.. BitConverter.GetBytes(what), .. BitConverter.GetBytes(Time.Wrong.Ticks)], either.Token);
            return await follower.GetStream().ReadAsync(new byte[1], either.Token) == 1;
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
