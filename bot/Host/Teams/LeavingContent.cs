using System.Net;

namespace RetroBot.Host.Teams;

/// <summary>A body that tells when it is written to the wire: later by what it takes to find or make a connection, and by whatever else kept the process from it.</summary>
internal sealed class LeavingContent : HttpContent
{
    private readonly HttpContent body;
    private readonly Action left;

    /// <param name="left">Told when all of it is.</param>
    public LeavingContent(HttpContent body, Action left)
    {
        (this.body, this.left) = (body, left);
        foreach (var (name, values) in body.Headers) Headers.TryAddWithoutValidation(name, values);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await body.CopyToAsync(stream, context, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        left();
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
