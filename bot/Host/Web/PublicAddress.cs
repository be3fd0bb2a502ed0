using RetroBot.Cards;
using RetroBot.Host.Local;

namespace RetroBot.Host.Web;

/// <summary>Where people's browsers reach RetroBot: links on cards lead there.</summary>
internal sealed class PublicAddress(IConfiguration configuration, OwnAddress own)
{
    private const string Setting = "RetroBot:Address";

    /// <summary>The document that says what is stored and who can read it.</summary>
    public Uri Document => new(Root, PublicDocument.Privacy.Path);

    /// <summary>Where Entra sends people back to: it stands in the application's registration, letter for letter.</summary>
    public Uri SignedIn => new(Root, EntraSignIn.ReturnPath[1..]);

    /// <summary>The catalog's page with what is found by these words.</summary>
    /// <param name="words">Empty for everything.</param>
    public Uri Catalog(Language language, string words) => new(Root, PageAddress.Of("catalog", new PageTexts(language), ("q", words)));

    /// <summary>Ends with a slash, so that a page's own path follows it.</summary>
    private Uri Root => configuration[Setting] is { Length: > 0 } set ? new Uri(set.TrimEnd('/') + "/") : own.Root;

    public static IEnumerable<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        var isSet = configuration[Setting] is { Length: > 0 };
        if (!isSet && environment.IsDevelopment()) yield break;
        if (!isSet || !Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var address) || !IsUsable(address, environment))
            yield return $"{Setting} is missing or no https address: where browsers reach RetroBot, such as https://retrobot.contoso.com. Cards link to its page about privacy.";
    }

    private static bool IsUsable(Uri address, IHostEnvironment environment) =>
        (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp))
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
