namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Teams answered 429 to a question about a team. The official exception does not keep <c>Retry-After</c> either.</summary>
public class ThrottleException : Exception
{
    public ThrottleException()
    {
    }

    public ThrottleException(string message)
        : base(message)
    {
    }

    public ThrottleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
