namespace Microsoft.Rest;

/// <summary>A request and the answer to it.</summary>
public class HttpOperationResponse : IHttpOperationResponse, IDisposable
{
    public HttpRequestMessage Request { get; set; }

    public HttpResponseMessage Response { get; set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        Request?.Dispose();
        Response?.Dispose();
    }
}
