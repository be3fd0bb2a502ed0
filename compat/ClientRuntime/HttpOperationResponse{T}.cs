namespace Microsoft.Rest;

/// <summary>A request, the answer to it, and what the answer's body says.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse, IHttpOperationResponse<T>
{
    public T Body { get; set; }
}
