using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace RetroBot.Tests.Web;

/// <summary>Keeps every cookie and sends all of them back, over http, too.</summary>
internal sealed class CookiesByHand : DelegatingHandler
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.Count > 0) request.Headers.Add(HeaderNames.Cookie, string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. ValuesOf(answer.Headers)]))
        {
            if (cookie.Value.Length == 0) cookies.Remove(cookie.Name.ToString());
            else cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }
        return answer;
    }

    private static IEnumerable<string> ValuesOf(HttpResponseHeaders headers) => headers.TryGetValues(HeaderNames.SetCookie, out var values) ? values : [];
}
