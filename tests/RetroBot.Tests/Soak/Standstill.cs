using System.Diagnostics;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Soak;

/// <summary>Has time go on while people do nothing, until the service has done all that is due.</summary>
internal sealed class Standstill(Service service, SharedClock clock, SoakTables tables)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>While something happens time goes so much faster, so that the pace that Teams allows costs no hours.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(500);

    /// <summary>So many looks without anything happening, and storage is asked whether that is all: the emulator looks through whole tables for it, which it had better do for the service.</summary>
    private const int Pause = 3;

    /// <summary>So many looks without anything happening, and everybody who waits for a time waits no longer.</summary>
    private const int Quiet = 8;

    /// <summary>So many before time jumps again, if nobody has died: two jumps are longer than a send may take, and one that is under way would be given up.</summary>
    private const int LongQuiet = 80;

    /// <summary>Longer than any instance waits for anything but a round's own times.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(65);

    /// <summary>What is due within it counts as due.</summary>
    private static readonly Duration Soon = Duration.FromSeconds(61);

    /// <summary>Looks until something must have gone wrong.</summary>
    private const int Patience = 12_000;

    private int deaths;

    /// <summary>By the machine's clock, of all waits together.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Waits until nothing is due, and nothing is being sent.</summary>
    /// <param name="before">Time may not come so far: something else begins then.</param>
    /// <exception cref="TimeoutException">It never came to that.</exception>
    public async Task WaitAsync(Instant before, CancellationToken ct)
    {
        using var look = new PeriodicTimer(Look, TimeProvider.System);
        var begun = Stopwatch.GetTimestamp();
        var (happened, quiet, jumps) = (-1, 0, 0);
        for (var looks = 0; !(quiet >= Pause && service.AllRun && await tables.AreAtRestAsync(Now + Soon, ct)); looks++)
        {
            if (looks > Patience || Now + Soon >= before) throw new TimeoutException($"There was always something left to do, at {Now}, and the next is to happen at {before}. {service}");
            await service.CheckAsync();
            await look.WaitForNextTickAsync(ct);
            if (service.Happenings != happened || !service.AllRun) (quiet, jumps) = (0, 0);
            happened = service.Happenings;
            var isLongEnough = ++quiet >= (jumps == 0 || service.Kills > deaths ? Quiet : LongQuiet);
            await clock.AdvanceAsync(isLongEnough ? Earlier(Jump, (before - Now - Soon).ToTimeSpan()) : Busy, ct);
            if (isLongEnough) (quiet, jumps) = (0, jumps + 1);
        }
        deaths = service.Kills;
        Waited += Stopwatch.GetElapsedTime(begun);
    }

    private static TimeSpan Earlier(TimeSpan jump, TimeSpan left) => jump < left ? jump : left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private Instant Now => clock.Time.GetCurrentInstant();
}
