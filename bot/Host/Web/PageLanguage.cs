using RetroBot.Cards;

namespace RetroBot.Host.Web;

/// <summary>In which language a page is written: the one that its address names, or else the first of the browser's that RetroBot speaks.</summary>
internal static class PageLanguage
{
    public const string Parameter = "lang";

    public static Language Of(HttpRequest request) =>
        Languages.Find(request.Query[Parameter].ToString())
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Languages.Nearest(accepted.Value.Value) is var nearest && Speaks(nearest, accepted.Value.Value) ? nearest : null)
            .FirstOrDefault(nearest => nearest is not null)
        ?? Languages.English;

    /// <summary>English is what is nearest to every language that RetroBot does not speak.</summary>
    private static bool Speaks(Language nearest, string? asked) => nearest != Languages.English || asked?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
