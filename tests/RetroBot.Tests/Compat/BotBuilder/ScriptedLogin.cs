using System.Net;
using System.Net.Mime;
using System.Text;

namespace RetroBot.Tests.Compat.BotBuilder;

/// <summary>
/// A login service at the end of the HTTP pipeline: Azure.Identity insists on https for its authority, so that it is stood in for here and not by a server.
/// </summary>
internal sealed class ScriptedLogin : HttpMessageHandler
{
    public const string Token = "from-login";

    public List<(Uri Uri, string Body)> TokenRequests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (!uri.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.NotFound);

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (TokenRequests)
            TokenRequests.Add((uri, WebUtility.UrlDecode(body)));
        var expiry = TimeProvider.System.GetUtcNow().AddHours(24).ToUnixTimeSeconds();
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
                $$"""{"token_type":"Bearer","access_token":"{{Token}}","expires_in":"86400","expires_on":"{{expiry}}","resource":"https://api.botframework.com"}""",
                Encoding.UTF8,
                MediaTypeNames.Application.Json),
        };
    }
}
