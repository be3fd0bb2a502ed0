using System.Reflection;
using System.Security.Cryptography;

namespace RetroBot.Host.Web;

/// <summary>A file that pages load. Its address changes with it, so that browsers may keep it for good.</summary>
internal sealed class PageAsset
{
    /// <summary>How all pages look.</summary>
    public static PageAsset Style { get; } = new("page.css", "text/css");

    /// <summary>Chart.js.</summary>
    public static PageAsset ChartLibrary { get; } = new("chart.umd.min.js", "text/javascript");

    /// <summary>Draws what tables say.</summary>
    public static PageAsset Charts { get; } = new("charts.js", "text/javascript");

    /// <summary>Teams' own library for tabs.</summary>
    public static PageAsset TeamsLibrary { get; } = new("MicrosoftTeams.min.js", "text/javascript");

    /// <summary>Signs in to a tab, and has it look as Teams does.</summary>
    public static PageAsset Tab { get; } = new("tab.js", "text/javascript");

    private readonly byte[] bytes;
    private readonly string contentType;

    private PageAsset(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        this.contentType = $"{contentType}; charset=utf-8";
        Address = $"/{Path.GetFileNameWithoutExtension(name)}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}{Path.GetExtension(name)}";
    }

    public static IReadOnlyList<PageAsset> All { get; } = [Style, ChartLibrary, Charts, TeamsLibrary, Tab];

    public string Address { get; }

    public IResult Show(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, contentType);
    }
}
