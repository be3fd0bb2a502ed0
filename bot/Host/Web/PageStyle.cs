using System.Reflection;
using System.Security.Cryptography;

namespace RetroBot.Host.Web;

/// <summary>How all pages look. Its address changes with it, so that browsers may keep it for good.</summary>
internal static class PageStyle
{
    private static readonly byte[] Css = Embedded("page.css");

    public static string Address { get; } = $"/page-{Convert.ToHexStringLower(SHA256.HashData(Css))[..12]}.css";

    public static IResult Show(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
