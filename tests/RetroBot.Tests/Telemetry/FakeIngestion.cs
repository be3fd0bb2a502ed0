using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RetroBot.Tests.Telemetry;

/// <summary>Application Insights, as far as the exporter sees it: what it is sent is kept.</summary>
internal sealed class FakeIngestion : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> taken = new();

    public static Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal)
    {
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=0a1b2c3d-0000-4000-8000-000000000009;IngestionEndpoint=https://ingestion.invalid/;LiveEndpoint=https://live.invalid/",
    };

    public string Everything => string.Concat(taken);

    public void Receive(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TokenCredential>(new AnyToken()));
        services.PostConfigure<AzureMonitorExporterOptions>(options => options.Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Take(await request.Content!.ReadAsByteArrayAsync(cancellationToken), request);
        return Taken();
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content!.CopyTo(body, context: null, cancellationToken);
        Take(body.ToArray(), request);
        return Taken();
    }

    private static HttpResponseMessage Taken() => new(HttpStatusCode.OK) { Content = new StringContent("""{"itemsReceived":1,"itemsAccepted":1,"errors":[]}""", Encoding.UTF8, "application/json") };

    private void Take(byte[] body, HttpRequestMessage request)
    {
        using Stream sent = new MemoryStream(body);
        using var text = new StreamReader(request.Content!.Headers.ContentEncoding.Contains("gzip", StringComparer.Ordinal) ? new GZipStream(sent, CompressionMode.Decompress) : sent);
        taken.Enqueue($"{request.RequestUri}\n{text.ReadToEnd()}\n");
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("fixed", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
