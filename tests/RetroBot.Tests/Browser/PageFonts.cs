using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RetroBot.Tests.Browser;

/// <summary>Gives a page "Segoe UI", the font of Teams, made of fonts with open licences: Open Sans, and what it lacks from Noto.</summary>
/// <remarks>One family for all scripts: where two fonts have a character, the browser takes the one that is declared last.</remarks>
internal static partial class PageFonts
{
    private const string Folder = "/.fonts/";
    private static readonly string[] Packages = ["@fontsource-variable/noto-sans-jp", "@fontsource-variable/noto-sans-arabic", "@fontsource-variable/open-sans"];

    /// <summary>Call it before the page goes anywhere, and <see cref="ApplyAsync"/> when it is there.</summary>
    public static async Task ServeAsync(IPage page)
    {
        var modules = await Clone.NodeModulesAsync();
        await page.RouteAsync(new Regex(Regex.Escape(Folder), RegexOptions.None, TimeSpan.FromSeconds(1)), route => route.FulfillAsync(new()
        {
            Path = Path.Combine(modules, new Uri(route.Request.Url).AbsolutePath[Folder.Length..]),
        }));
    }

    public static async Task ApplyAsync(IPage page)
    {
        var modules = await Clone.NodeModulesAsync();
        var css = await Task.WhenAll(Packages.Select(async package =>
        {
            var text = await File.ReadAllTextAsync(Path.Combine(modules, package, "index.css"));
            return Weight().Replace(Family().Replace(text, "font-family: 'Segoe UI'"), "font-weight: 300 800").Replace("url(./", $"url({Folder}{package}/", StringComparison.Ordinal);
        }));
        await page.AddStyleTagAsync(new() { Content = string.Concat(css) });
    }

    // The same for all, or the browser takes them for different cuts and looks for a character in one of them only.
    [GeneratedRegex("font-weight: [0-9 ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weight();

    [GeneratedRegex("font-family: '[^']+'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Family();
}
