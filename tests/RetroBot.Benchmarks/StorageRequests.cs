using System.Diagnostics.Metrics;

namespace RetroBot.Benchmarks;

/// <summary>Counts the HTTP requests that this process sends to the storage emulator, retries included.</summary>
internal sealed class StorageRequests : IDisposable
{
    private readonly MeterListener listener = new();
    private int count;

    /// <param name="port">The emulator's.</param>
    public StorageRequests(int port)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" }) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
                if (name == "server.port" && Equals(value, port)) Interlocked.Increment(ref count);
        });
        listener.Start();
    }

    public int Count => Volatile.Read(ref count);

    public void Dispose() => listener.Dispose();
}
