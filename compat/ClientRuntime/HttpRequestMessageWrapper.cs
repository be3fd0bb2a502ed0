namespace Microsoft.Rest;

public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);

        CopyHeaders(httpRequest.Headers);
        CopyHeaders(httpRequest.Content?.Headers);
        Content = content;
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }
}
