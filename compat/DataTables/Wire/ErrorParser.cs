using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>, and which step of a transaction the message names ("3:The …").</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public static ErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not { CanSeek: true }) return false;
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            var body = document.RootElement.GetProperty("odata.error");
            var message = body.GetProperty("message").GetProperty("value").GetString() ?? "";
            error = new ResponseError(body.GetProperty("code").GetString(), message);
            if (FailedStep(message) is { } step) data = new Dictionary<string, string>(StringComparer.Ordinal) { [TableTransactionFailedException.FailedEntity] = step };
            return true;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page or an empty body: the status alone has to tell.
            return false;
        }
    }

    private static string? FailedStep(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && message.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0 ? message[..colon] : null;
    }
}
