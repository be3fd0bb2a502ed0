namespace RetroBot.Simulation;

/// <summary>Wakes those who wait for something to have happened.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = NewSource();

    public void Raise() => Interlocked.Exchange(ref next, NewSource()).SetResult();

    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public async Task WaitUntilAsync(Func<bool> isTrue, TimeSpan timeout, Func<string> describe, CancellationToken ct)
    {
        // Measured by the machine's clock: a scenario's may stand still.
        using var patience = new CancellationTokenSource(timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        while (true)
        {
            // Taken before the look, so that a change between look and wait is not missed.
            var change = Volatile.Read(ref next).Task;
            if (isTrue())
                return;
            try
            {
                await change.WaitAsync(either.Token);
            }
            catch (OperationCanceledException waited) when (patience.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                throw new TimeoutException($"Not within {timeout}. {describe()}", waited);
            }
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
