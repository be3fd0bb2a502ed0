using System.Globalization;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Signs each attempt with the account's key, in the scheme that the service calls Shared Key Lite for tables.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key</remarks>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = credential.Sign($"{date}\n{Resource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    private string Resource(Uri uri)
    {
        var component = HttpUtility.ParseQueryString(uri.Query)["comp"];
        return $"/{credential.AccountName}{uri.AbsolutePath}{(component is null ? "" : $"?comp={component}")}";
    }
}
