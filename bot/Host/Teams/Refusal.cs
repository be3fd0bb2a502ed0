using System.Globalization;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Host.Deliveries;

namespace RetroBot.Host.Teams;

/// <summary>A call that the channel did not carry out, or not for certain.</summary>
/// <param name="Status">The HTTP status; <see cref="NoAnswer"/> where none came.</param>
/// <param name="Codes">What the body says, wherever in the body.</param>
/// <param name="RetryAfter">Null where the channel did not say.</param>
internal sealed record Refusal(int Status, IReadOnlySet<string> Codes, Duration? RetryAfter)
{
    public const int NoAnswer = 0;

    private static readonly HashSet<string> None = [];

    /// <summary>The first code, for a log; a body may hold anything, so what does not look like a code is left out.</summary>
    public string Code => Codes.FirstOrDefault() ?? "no code";

    public static Refusal Of(Exception fault, Instant now) => fault switch
    {
        ErrorResponseException { Response: { } response } => Of(response, now),
        HttpOperationException { Response: { } response } => Of(response, now),
        ChannelBusyException { After: var after } => new Refusal(StatusCodes.Status429TooManyRequests, None, after),
        // The library keeps nothing of a 429 to a question about a team.
        ThrottleException => new Refusal(StatusCodes.Status429TooManyRequests, None, RetryAfter: null),
        _ => new Refusal(NoAnswer, None, RetryAfter: null),
    };

    private static Refusal Of(HttpResponseMessageWrapper response, Instant now) =>
        new((int)response.StatusCode, ErrorCodes.In(response.Content), After(HeaderOf(response), now));

    /// <summary>Seconds, or a date.</summary>
    private static Duration? After(string? header, Instant now)
    {
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return Duration.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Duration.Max(at.ToInstant() - now, Duration.Zero) : null;
    }

    private static string? HeaderOf(HttpResponseMessageWrapper response) =>
        response.Headers?.FirstOrDefault(pair => pair.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
