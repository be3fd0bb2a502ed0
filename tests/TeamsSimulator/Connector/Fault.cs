using System.Globalization;

namespace RetroBot.Simulation.Connector;

/// <summary>How a call goes wrong.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>A refusal in the connector's error shape; nothing happened.</summary>
    public static Fault Refuses(int status, string code, string message = "Scripted.") =>
        new Answers(status, ConnectorErrors.Body(code, message).ToJsonString(), TakesEffect: false);

    /// <summary>429 with <c>Retry-After</c> in whole seconds; nothing happened.</summary>
    public static Fault Throttles(TimeSpan retryAfter) =>
        new Answers(429, ConnectorErrors.Body("Throttled", "Too many requests.").ToJsonString(), TakesEffect: false)
        {
            Headers = { [RetryAfter] = InSeconds(retryAfter) },
        };

    /// <summary>502 although what was asked for has happened.</summary>
    public static Fault LosesTheAnswer() => new Answers(502, "", TakesEffect: true);

    internal const string RetryAfter = "Retry-After";

    /// <summary>The header has whole seconds: a part of one is rounded up.</summary>
    internal static string InSeconds(TimeSpan wait) => ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Any answer at all.</summary>
    /// <param name="TakesEffect">Whether what was asked for happens nevertheless.</param>
    public sealed record Answers(int Status, string Body, bool TakesEffect) : Fault
    {
        public Dictionary<string, string> Headers { get; init; } = [];
    }

    /// <summary>The connection ends without an answer. A GET on a pooled connection may be repeated by the HTTP stack itself.</summary>
    /// <param name="TakesEffect">Whether what was asked for happens nevertheless.</param>
    public sealed record CutsTheConnection(bool TakesEffect) : Fault;

    /// <summary>What was asked for happens at once; the answer comes late.</summary>
    public sealed record Delays(TimeSpan By) : Fault;

    /// <summary>No answer comes until the caller gives up.</summary>
    /// <param name="TakesEffect">Whether what was asked for happens nevertheless.</param>
    public sealed record Hangs(bool TakesEffect) : Fault;
}
