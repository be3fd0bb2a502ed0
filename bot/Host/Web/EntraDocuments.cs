using Microsoft.IdentityModel.Protocols;

namespace RetroBot.Host.Web;

/// <summary>Reads what Entra publishes about its keys, over https only.</summary>
internal sealed class EntraDocuments(IHttpClientFactory clients) : IDocumentRetriever
{
    /// <summary>Of the client; by it, a test names a certificate that it trusts.</summary>
    public const string Client = "entra";

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps) throw new IOException("Keys are read over https only.");
        using var client = clients.CreateClient(Client);
        return await client.GetStringAsync(url, cancel);
    }
}
