using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace RetroBot.Host.Storage;

/// <summary>Names every setting that is wrong, its rule and an example. Never repeats a value: it may be a secret.</summary>
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const string OneOfTwo =
        "Set either Storage:Endpoint, the https address of a storage account's tables, for example https://contoso.table.core.windows.net, or Storage:ConnectionString, for example UseDevelopmentStorage=true.";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(StorageOptions options)
    {
        var (hasConnection, hasEndpoint) = (!string.IsNullOrWhiteSpace(options.ConnectionString), !string.IsNullOrWhiteSpace(options.Endpoint));
        if (hasConnection == hasEndpoint) yield return (hasConnection ? "Storage:Endpoint and Storage:ConnectionString are both set. " : "Neither Storage:Endpoint nor Storage:ConnectionString is set. ") + OneOfTwo;
        if (hasConnection && !IsConnectionString(options.ConnectionString!))
            yield return "Storage:ConnectionString must name an account, its key and its table endpoint, for example DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=<key>;EndpointSuffix=core.windows.net.";
        if (hasEndpoint && !(Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "https"))
            yield return "Storage:Endpoint must be an https address, for example https://contoso.table.core.windows.net.";
        if (!string.IsNullOrEmpty(options.ClientId) && !Guid.TryParse(options.ClientId, out _))
            yield return "Storage:ClientId must be the client id of a managed identity, for example 6f9619ff-8b86-d011-b42d-00c04fc964ff, or absent.";
        if (!Prefix().IsMatch(options.TablePrefix))
            yield return "Storage:TablePrefix must be up to 30 letters and digits that begin with a letter, for example retrobot, or absent.";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9]{0,29})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();
}
