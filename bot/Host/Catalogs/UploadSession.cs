using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;

namespace RetroBot.Host.Catalogs;

/// <summary>Where one file is put, part by part ("Upload large files with an upload session", Microsoft Learn). The address alone lets in; no token goes along.</summary>
internal sealed class UploadSession(HttpClient http, Uri address, long length, TimeProvider time)
{
    private const HttpStatusCode BandwidthExceeded = (HttpStatusCode)509;

    public Task<UploadStep> PutAsync(ReadOnlyMemory<byte> part, long from, CancellationToken ct) => AskAsync(() =>
    {
        var content = new ReadOnlyMemoryContent(part);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + part.Length - 1, length);
        return new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
    }, from + part.Length, ct);

    /// <summary>Lets it forget what has arrived, as far as it can be reached.</summary>
    public Task AbandonAsync(CancellationToken ct) => AskAsync(() => new HttpRequestMessage(HttpMethod.Delete, address), length, ct);

    /// <param name="sent">What has arrived, unless the answer says otherwise.</param>
    private async Task<UploadStep> AskAsync(Func<HttpRequestMessage> request, long sent, CancellationToken ct)
    {
        try
        {
            using var asked = request();
            using var answer = await http.SendAsync(asked, ct);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created when asked.Method == HttpMethod.Put => new UploadStep.Whole(),
                HttpStatusCode.OK or HttpStatusCode.Accepted => new UploadStep.WantsMore(await NextAsync(answer, ct) ?? sent),
                // It has the part already: from an attempt whose answer was lost.
                HttpStatusCode.RequestedRangeNotSatisfiable when asked.Method == HttpMethod.Put => await AskAsync(() => new HttpRequestMessage(HttpMethod.Get, address), sent, ct),
                HttpStatusCode.NotFound or HttpStatusCode.Gone => new UploadStep.Gone(),
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or BandwidthExceeded => new UploadStep.NotNow(After(answer.Headers.RetryAfter), IsInDoubt: false),
                HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new UploadStep.NotNow(After(answer.Headers.RetryAfter), IsInDoubt: true),
                var status => new UploadStep.Refused((int)status),
            };
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException || (cut is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new UploadStep.NotNow(After: null, IsInDoubt: true);
        }
    }

    private Duration? After(RetryConditionHeaderValue? wish) => wish switch
    {
        { Delta: { } delta } => delta.ToDuration(),
        { Date: { } date } => Duration.Max((date - time.GetUtcNow()).ToDuration(), Duration.Zero),
        _ => null,
    };

    /// <returns>Null where the answer does not say.</returns>
    private static async Task<long?> NextAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            return body.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("nextExpectedRanges", out var ranges) && ranges is { ValueKind: JsonValueKind.Array } && ranges.GetArrayLength() > 0
                && ranges[0] is { ValueKind: JsonValueKind.String } first && long.TryParse(first.GetString()!.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var next) ? next : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
