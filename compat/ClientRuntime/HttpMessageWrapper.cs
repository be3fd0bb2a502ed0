using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>What an exception keeps of an HTTP message after the message itself is disposed.</summary>
public abstract class HttpMessageWrapper
{
    protected HttpMessageWrapper() => Headers = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);

    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; private set; }

    protected void CopyHeaders(HttpHeaders headers)
    {
        if (headers is null)
            return;

        foreach (var (name, values) in headers)
            Headers[name] = Headers.TryGetValue(name, out var already) ? [.. already, .. values] : [.. values];
    }
}
