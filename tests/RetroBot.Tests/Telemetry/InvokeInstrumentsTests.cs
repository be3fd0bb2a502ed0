using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Host.Telemetry;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Telemetry;

/// <summary>How long people wait is seen; that somebody pressed is not.</summary>
public sealed class InvokeInstrumentsTests : IDisposable
{
    private readonly TestTime time = new(World.Start);
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener listener = new();
    private readonly InvokeInstruments presses;
    private double told = -1;

    public InvokeInstrumentsTests()
    {
        presses = new InvokeInstruments(services.GetRequiredService<IMeterFactory>(), time);
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>()) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => told = value);
        listener.Start();
    }

    [Fact]
    public void It_is_there_before_anybody_has_pressed() => Assert.Equal(0.1, Read());

    [Fact]
    public void Many_slow_answers_are_seen_within_the_hour_and_not_before()
    {
        Press(6, TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0.1, Read());

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(5, Read());
    }

    [Fact]
    public void A_few_presses_are_not_seen_however_slow()
    {
        Press(5, TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0.1, Read());
    }

    [Fact]
    public void Slow_answers_are_forgotten_behind_a_hundred_others()
    {
        Press(100, TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(20, Read());

        Press(95, TimeSpan.FromMilliseconds(30));
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0.1, Read());
    }

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
    }

    private void Press(int times, TimeSpan duration)
    {
        for (var press = 0; press < times; press++) presses.Answered(duration);
    }

    private double Read()
    {
        listener.RecordObservableInstruments();
        return told;
    }
}
