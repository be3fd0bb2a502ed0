using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>A call that the channel refused. <see cref="Body"/> is set only when the answer was JSON.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    public ErrorResponse Body { get; set; }
}
