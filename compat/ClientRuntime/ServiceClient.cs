namespace Microsoft.Rest;

/// <summary>A client of one REST service, on an <see cref="System.Net.Http.HttpClient"/> that it owns or borrows.</summary>
public abstract class ServiceClient<T> : IDisposable
    where T : ServiceClient<T>
{
    private readonly bool _disposeHttpClient;

    protected ServiceClient(HttpClient httpClient, bool disposeHttpClient = true)
    {
        HttpClient = httpClient ?? new HttpClient();
        _disposeHttpClient = disposeHttpClient || httpClient is null;
    }

    public HttpClient HttpClient { get; protected set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _disposeHttpClient)
            HttpClient.Dispose();
    }
}
