using System.Diagnostics;
using System.Net;

namespace RetroBot.Host.Teams;

/// <summary>A body that tells when it is written to the wire: as late as it takes to find or make a connection.</summary>
internal sealed class LeavingContent : HttpContent
{
    private readonly HttpContent body;
    private readonly Action<TimeSpan> leaves;
    private readonly long made = Stopwatch.GetTimestamp();

    /// <param name="leaves">Told how long after this was made.</param>
    public LeavingContent(HttpContent body, Action<TimeSpan> leaves)
    {
        (this.body, this.leaves) = (body, leaves);
        foreach (var (name, values) in body.Headers) Headers.TryAddWithoutValidation(name, values);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        leaves(Stopwatch.GetElapsedTime(made));
        await body.CopyToAsync(stream, context, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Headers.ContentLength ?? 0;
        return body.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }
}
