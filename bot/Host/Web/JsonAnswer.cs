using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace RetroBot.Host.Web;

/// <summary>JSON that says by its tag whether it has changed: whoever has it already is not sent it again (RFC 9110, conditional requests).</summary>
internal static class JsonAnswer
{
    public const string Json = "application/json";
    public const string Schema = "application/schema+json";

    public static IResult Of<TValue>(HttpContext context, TValue value, JsonSerializerOptions format) => Of(context, JsonSerializer.SerializeToUtf8Bytes(value, format), Json);

    public static IResult Of(HttpContext context, string text, string contentType) => Of(context, Encoding.UTF8.GetBytes(text), contentType);

    private static IResult Of(HttpContext context, byte[] body, string contentType)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.Authorization;
        return Results.Bytes(body, contentType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\""));
    }
}
