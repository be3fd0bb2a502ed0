namespace RetroBot.Tests.Running;

/// <summary>The machine's clock, set forward by whoever moves it: the time of day, the time that has passed, and every timer whose time has come by it. The time of day can be set wrong, too, which moves nothing else.</summary>
public sealed class JumpingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Timer> running = [];
    private readonly long start = System.GetTimestamp();
    private long ahead;
    private long wrong;

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Volatile.Read(ref ahead));

    /// <summary>How much later than that it says it is; negative for earlier.</summary>
    public TimeSpan Wrong
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref wrong));
        set => Volatile.Write(ref wrong, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead + Wrong;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <exception cref="ArgumentOutOfRangeException">It was further ahead before.</exception>
    public void SetAhead(TimeSpan by)
    {
        lock (gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(by, Ahead);
            Volatile.Write(ref ahead, by.Ticks);
            foreach (var timer in running) timer.Aim();
        }
    }

    /// <summary>Since it was made.</summary>
    private TimeSpan Passed => GetElapsedTime(start);

    private sealed class Timer : ITimer
    {
        private readonly JumpingTime time;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer machine;
        private TimeSpan? due;
        private TimeSpan every;

        public Timer(JumpingTime time, TimerCallback callback, object? state)
        {
            (this.time, this.callback, this.state) = (time, callback, state);
            machine = System.CreateTimer(_ => Fire(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                every = period;
                AimAt(dueTime == Timeout.InfiniteTimeSpan ? null : time.Passed + dueTime);
            }
            return true;
        }

        /// <summary>Has the machine's timer fire when this one's time comes, as far as can be said now.</summary>
        public void Aim()
        {
            var wait = due - time.Passed ?? Timeout.InfiniteTimeSpan;
            machine.Change(due is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                AimAt(null);
                machine.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void AimAt(TimeSpan? at)
        {
            due = at;
            // One that waits for nothing is kept by nobody but its owner.
            if (due is null) time.running.Remove(this);
            else time.running.Add(this);
            Aim();
        }

        private void Fire()
        {
            lock (time.gate)
            {
                if (due is not { } at) return;
                if (at > time.Passed)
                {
                    // The machine's timer was early.
                    Aim();
                    return;
                }
                AimAt(every == Timeout.InfiniteTimeSpan || every == TimeSpan.Zero ? null : time.Passed + every);
            }
            callback(state);
        }
    }
}
