using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RetroBot.Tests.Privacy.Vault;

/// <summary>An answer that is an error, as "Azure Key Vault REST API error codes" describes it.</summary>
/// <param name="Reason">The code within.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="Once">The next request is answered.</param>
public sealed record VaultRefusal(int Status, string Code, string? Reason = null, int? RetryAfter = null, bool Once = false)
{
    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var error = new JsonObject { ["code"] = Code, ["message"] = "Scripted." };
        if (Reason is not null) error["innererror"] = new JsonObject { ["code"] = Reason };
        return response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString(), response.HttpContext.RequestAborted);
    }
}
