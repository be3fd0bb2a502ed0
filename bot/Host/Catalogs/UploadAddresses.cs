namespace RetroBot.Host.Catalogs;

/// <summary>Where files may be put: OneDrive for work and school, which is part of SharePoint, in Microsoft's clouds. An activity names the address, and must not make RetroBot call anybody else.</summary>
internal sealed class UploadAddresses(IConfiguration configuration)
{
    private const string Setting = "RetroBot:Teams:UploadUrls";

    /// <summary>Microsoft Learn, "Microsoft 365 URLs and IP address ranges", worldwide and in the sovereign clouds. Nobody but Microsoft has names below them.</summary>
    private static readonly string[] Domains = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];

    /// <summary>Further addresses, by their beginning: for a cloud that is not listed, or a test.</summary>
    private readonly string[] further = FurtherIn(configuration);

    public bool Allow(Uri address) => further.Any(known => Under(new Uri(known), address)) || IsOfSharePoint(address);

    public static IEnumerable<string> Problems(IConfiguration configuration) => FurtherIn(configuration)
        .Where(known => !Uri.TryCreate(known, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        .Select(known => $"{Setting} holds {known}, which is not an https address such as https://contoso-my.sharepoint.example/.");

    private static bool IsOfSharePoint(Uri address) => address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && Domains.Any(domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    private static bool Under(Uri prefix, Uri address) => address.IsAbsoluteUri
        && prefix.Scheme == address.Scheme && prefix.Host == address.Host && prefix.Port == address.Port && address.UserInfo.Length == 0 && address.AbsolutePath.StartsWith(prefix.AbsolutePath, StringComparison.Ordinal);

    private static string[] FurtherIn(IConfiguration configuration) => configuration.GetSection(Setting).Get<string[]>() ?? [];
}
