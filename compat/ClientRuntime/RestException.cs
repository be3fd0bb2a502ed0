namespace Microsoft.Rest;

/// <summary>A call to a REST service that failed.</summary>
public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string message)
        : base(message)
    {
    }

    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
