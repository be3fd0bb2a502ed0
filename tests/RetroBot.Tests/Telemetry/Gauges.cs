using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Telemetry;

namespace RetroBot.Tests.Telemetry;

/// <summary>Reads the instruments of one service, as an exporter does: what each tells, with its tags, and nothing of other services in this process.</summary>
internal sealed class Gauges : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, double> values = new(StringComparer.Ordinal);

    public Gauges(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope != meters || instrument.Meter.Name != Measures.Meter) return;
            lock (gate) Instruments[instrument.Name] = instrument;
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
        Type[] all = [typeof(RoundInstruments), typeof(TeamsInstruments), typeof(InvokeInstruments), typeof(DeliveryInstruments), typeof(StorageInstruments), typeof(ExportInstruments)];
        foreach (var instruments in all) services.GetRequiredService(instruments);
    }

    /// <summary>All instruments, and nothing that uses them.</summary>
    public static ServiceProvider Alone() => new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<DeliveryQueue>().AddTelemetry(new ConfigurationManager()).BuildServiceProvider();

    public SortedDictionary<string, Instrument> Instruments { get; } = new(StringComparer.Ordinal);

    /// <summary>By name and tags: what a counter comes to, what a gauge shows, and of a histogram the sum and the count.</summary>
    public IReadOnlyDictionary<string, double> Read()
    {
        listener.RecordObservableInstruments();
        lock (gate) return new Dictionary<string, double>(values, StringComparer.Ordinal);
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}".TrimEnd();
        lock (gate)
        {
            values[name] = instrument.IsObservable ? value : values.GetValueOrDefault(name) + value;
            if (instrument is Histogram<double>) values[$"{name} count"] = values.GetValueOrDefault($"{name} count") + 1;
        }
    }
}
