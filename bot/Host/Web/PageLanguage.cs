using RetroBot.Cards;

namespace RetroBot.Host.Web;

/// <summary>In which language a page is written: the one that its address names, or else the first of the browser's that RetroBot speaks.</summary>
internal static class PageLanguage
{
    public const string Parameter = "lang";

    public static Language Of(HttpRequest request) =>
        AskedFor(request).Select(asked => Languages.Nearest(asked) is var nearest && Speaks(nearest, asked) ? nearest : null).FirstOrDefault(nearest => nearest is not null) ?? Languages.English;

    /// <summary>Locales, the most wanted first.</summary>
    private static IEnumerable<string> AskedFor(HttpRequest request) =>
        [request.Query[Parameter].ToString(), .. request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1).Select(accepted => accepted.Value.ToString())];

    /// <summary>English is what is nearest to every language that RetroBot does not speak.</summary>
    private static bool Speaks(Language nearest, string asked) => nearest != Languages.English || asked.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
