using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RetroBot.Host.Telemetry;

/// <summary>Measures always, and exports where the settings say where to. The frameworks' own metrics are left out: they count requests, and an answer is one.</summary>
internal static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<RoundInstruments>()
            .AddSingleton<TeamsInstruments>()
            .AddSingleton<InvokeInstruments>()
            .AddSingleton<DeliveryInstruments>()
            .AddSingleton<StorageInstruments>()
            .AddSingleton<ExportInstruments>();
        var (toAzure, traces, metrics) = (TelemetrySettings.SendsToAzure(configuration), TelemetrySettings.SendsTraces(configuration), TelemetrySettings.SendsMetrics(configuration));
        if (!toAzure && !traces && !metrics) return services;

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("retrobot", serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3)));
        if (toAzure) services.AddAzureMonitor(configuration);
        if (toAzure || metrics) telemetry.WithMetrics(meters => meters.AddRetroBot(metrics, toAzure));
        if (toAzure || traces) telemetry.WithTracing(tracing => tracing.AddPages(traces, toAzure));
        return services;
    }

    private static void AddRetroBot(this MeterProviderBuilder meters, bool toCollector, bool toAzure)
    {
        meters.AddMeter(Measures.Meter);
        // What is there from the start does not tell by its coming when something happened for the first time.
        if (meters is IDeferredMeterProviderBuilder deferred)
        {
            deferred.Configure((provider, _) =>
            {
                provider.GetRequiredService<RoundInstruments>();
                provider.GetRequiredService<InvokeInstruments>();
                provider.GetRequiredService<DeliveryInstruments>();
            });
        }
        if (toCollector) meters.AddOtlpExporter();
        if (toAzure) meters.AddAzureMonitorMetricExporter();
    }

    private static void AddPages(this TracerProviderBuilder tracing, bool toCollector, bool toAzure)
    {
        tracing
            .AddAspNetCoreInstrumentation(options => options.Filter = context => PagesOnly.Tell(context.Request.Path))
            .AddHttpClientInstrumentation()
            .AddProcessor(new PagesOnly());
        if (toCollector) tracing.AddOtlpExporter();
        if (toAzure) tracing.AddAzureMonitorTraceExporter();
        // Behind the exporter, which brings a sampler of its own.
        tracing.SetSampler(new ParentBasedSampler(new PageSampler()));
    }

    /// <summary>With what RetroBot measures and nothing else: no figures of the exporter's own about requests, and no copy on the machine's disk.</summary>
    private static void AddAzureMonitor(this IServiceCollection services, IConfiguration configuration) => services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((options, credential) =>
    {
        options.ConnectionString = configuration[TelemetrySettings.AzureMonitor];
        options.Credential = credential;
        options.EnableLiveMetrics = false;
        options.EnableStandardMetrics = false;
        options.EnablePerformanceCounters = false;
        options.DisableOfflineStorage = true;
    });
}
