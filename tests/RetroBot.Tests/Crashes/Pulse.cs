namespace RetroBot.Tests.Crashes;

/// <summary>Wakes whoever waits for what calls bring about.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = New();

    private int beats;

    /// <summary>How many there were.</summary>
    public int Beats => Volatile.Read(ref beats);

    public void Beat()
    {
        Interlocked.Increment(ref beats);
        Interlocked.Exchange(ref next, New()).SetResult();
    }

    /// <summary>Looks at once, and again at every beat.</summary>
    public async Task WaitUntilAsync(Func<Task<bool>> isTrue, CancellationToken ct)
    {
        while (true)
        {
            // Taken before the look, so that a beat between look and wait is not missed.
            var beat = Volatile.Read(ref next).Task;
            if (await isTrue()) return;
            await beat.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
