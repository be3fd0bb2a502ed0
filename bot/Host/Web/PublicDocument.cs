using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Markdig;

namespace RetroBot.Host.Web;

/// <summary>A document of docs/ as a page that anybody may read. It loads nothing, runs nothing, and is the same for everybody.</summary>
internal sealed class PublicDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Use<ScrollingTables>().Build();

    private readonly string page;
    private readonly string policy;

    private PublicDocument(string path, Func<string, string>? edit = null)
    {
        Path = path;
        var (text, style) = (Embedded($"{path}.md"), Embedded("page.css"));
        if (edit is not null) text = edit(text);
        // In the repository they link to one another's files.
        text = text.Replace(".md)", ")", StringComparison.Ordinal);
        var title = text.Split('\n')[0].TrimStart('#', ' ').TrimEnd();
        page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – RetroBot</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            {Markdown.ToHtml(text, Pipeline)}
            </main>
            </body>
            </html>
            """;
        policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors {PageHeaders.Teams}";
    }

    /// <summary>Below the service's address.</summary>
    public string Path { get; }

    /// <summary>What is stored, and who can read it: cards link to it.</summary>
    public static PublicDocument Privacy { get; } = new("privacy");

    /// <summary>Under which terms RetroBot is used: the app's page in Teams links to it.</summary>
    public static PublicDocument Terms { get; } = new("terms");

    /// <summary>Where there is help: the app's page in Teams links to it.</summary>
    public static PublicDocument Support(SupportContact contact) => new("support", text => text.Replace(SupportContact.Place, contact.Told, StringComparison.Ordinal));

    public IResult Show(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return Results.Text(page, "text/html", Encoding.UTF8);
    }

    /// <summary>With the line ends that a browser hashes.</summary>
    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
