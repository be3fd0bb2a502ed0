using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace RetroBot.Tests.Crashes;

/// <summary>A whole request on its way: read to its end before any of it goes on.</summary>
/// <param name="Target">Path and query exactly as they came: storage's requests are signed.</param>
internal sealed record PassingRequest(string Method, string Target, IHeaderDictionary Headers, byte[] Body)
{
    // Of one connection, and not of the message that it carries.
    private static readonly HashSet<string> Hop = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length" };

    public bool Changes => !HttpMethods.IsGet(Method);

    public static async Task<PassingRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new(context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, context.Request.Headers, body.ToArray());
    }

    public HttpRequestMessage To(Uri server)
    {
        // Otherwise what is escaped without need is unescaped, and the signature does not fit any more.
        var target = new Uri(server.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), target) { Content = Body.Length > 0 || HttpMethods.IsPost(Method) ? new ByteArrayContent(Body) : null };
        foreach (var (name, values) in Headers.Where(header => !Hop.Contains(header.Key)))
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        return message;
    }

    /// <summary>Passes the answer back.</summary>
    public static async Task ReturnAsync(HttpResponseMessage answer, byte[] body, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !Hop.Contains(header.Key))) response.Headers[name] = new StringValues([.. values]);
        if (body.Length > 0) await response.Body.WriteAsync(body);
    }
}
