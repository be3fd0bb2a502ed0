namespace RetroBot.Host.Telemetry;

/// <summary>Where telemetry goes, by the names that OpenTelemetry and Azure Monitor have for it. Nowhere, where none is set.</summary>
internal static class TelemetrySettings
{
    public const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public static bool SendsTraces(IConfiguration configuration) => IsSet(configuration, Endpoint) || IsSet(configuration, TracesEndpoint);

    public static bool SendsMetrics(IConfiguration configuration) => IsSet(configuration, Endpoint) || IsSet(configuration, MetricsEndpoint);

    public static bool SendsToAzure(IConfiguration configuration) => IsSet(configuration, AzureMonitor);

    /// <summary>What is wrong. Whether anybody listens there is not tried: an address that does not answer keeps nothing from starting.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (var name in (string[])[Endpoint, TracesEndpoint, MetricsEndpoint])
        {
            if (IsSet(configuration, name) && !IsAddress(configuration[name], Uri.UriSchemeHttp, Uri.UriSchemeHttps))
                yield return $"{name} is not the http or https address of an OpenTelemetry collector, such as http://127.0.0.1:4317. Leave it out to export nothing.";
        }
        if (configuration[Protocol] is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf"))
            yield return $"{Protocol} is neither grpc nor http/protobuf.";
        if (IsSet(configuration, AzureMonitor) && !IsConnection(configuration[AzureMonitor]!))
            yield return $"{AzureMonitor} is not the connection string of Application Insights, such as InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/. Leave it out to export nothing there.";
    }

    private static bool IsConnection(string text)
    {
        var parts = text.Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return Guid.TryParse(parts["InstrumentationKey"].FirstOrDefault(), out _) && IsAddress(parts["IngestionEndpoint"].FirstOrDefault(), Uri.UriSchemeHttps);
    }

    private static bool IsAddress(string? text, params string[] schemes) => Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme, StringComparer.Ordinal);

    private static bool IsSet(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 };
}
