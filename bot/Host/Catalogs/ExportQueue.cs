using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace RetroBot.Host.Catalogs;

/// <summary>Exports that program owners wait for, in memory and nowhere else: who exported what is not stored.</summary>
/// <remarks>An invoke that Teams delivers to two instances is carried out by both; they put the same file into the same upload session, which takes each part once.</remarks>
internal sealed class ExportQueue(TimeProvider time)
{
    /// <summary>Errands under way in one process.</summary>
    public const int Most = 50;

    /// <summary>Longer than Teams delivers an invoke again, and than a consent's upload session lives where nothing is sent.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Channel<ExportErrand> waiting = Channel.CreateUnbounded<ExportErrand>();
    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);
    private int underWay;

    public QueueOutcome Add(ExportErrand errand)
    {
        lock (gate)
        {
            foreach (var key in known.Where(entry => time.GetElapsedTime(entry.Value) > Remembered).Select(entry => entry.Key).ToList()) known.Remove(key);
            if (known.ContainsKey(errand.Key)) return QueueOutcome.Known;
            if (underWay == Most) return QueueOutcome.Full;
            known.Add(errand.Key, time.GetTimestamp());
            underWay++;
            waiting.Writer.TryWrite(errand);
            return QueueOutcome.Queued;
        }
    }

    /// <param name="forGood">Whether it is not to be done again when it comes again.</param>
    public void Ended(ExportErrand errand, bool forGood)
    {
        lock (gate)
        {
            underWay--;
            if (!forGood) known.Remove(errand.Key);
        }
    }

    public bool TryTake([NotNullWhen(true)] out ExportErrand? errand) => waiting.Reader.TryRead(out errand);

    public IAsyncEnumerable<ExportErrand> AllAsync(CancellationToken ct) => waiting.Reader.ReadAllAsync(ct);
}
