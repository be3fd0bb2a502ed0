namespace RetroBot.Tests.Running;

/// <summary>The machine's clock, set forward by whoever moves it: the time of day, the time that has passed, and every timer whose time has come by it.</summary>
public sealed class JumpingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<Timer> running = [];
    private long ahead;

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Volatile.Read(ref ahead));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

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

    private sealed class Timer : ITimer
    {
        private readonly JumpingTime time;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer machine;
        private DateTimeOffset? due;
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
                AimAt(dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime);
            }
            return true;
        }

        /// <summary>Has the machine's timer fire when this one's time comes, as far as can be said now.</summary>
        public void Aim()
        {
            var wait = due - time.GetUtcNow() ?? Timeout.InfiniteTimeSpan;
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

        private void AimAt(DateTimeOffset? at)
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
                if (at > time.GetUtcNow())
                {
                    // The machine's clock was set back a little, or its timer was early.
                    Aim();
                    return;
                }
                AimAt(every == Timeout.InfiniteTimeSpan || every == TimeSpan.Zero ? null : time.GetUtcNow() + every);
            }
            callback(state);
        }
    }
}
