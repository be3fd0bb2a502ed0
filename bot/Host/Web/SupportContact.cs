using System.Net.Mail;

namespace RetroBot.Host.Web;

/// <summary>Whom people ask where RetroBot itself does not help: a mail address, or the https address of a page, as the operator says.</summary>
internal sealed class SupportContact(IConfiguration configuration)
{
    /// <summary>Where it is told in docs/support.md; the file reads well without it, too.</summary>
    public const string Place = "the help desk of your organisation";

    private const string Setting = "RetroBot:SupportContact";

    private readonly string? contact = Trimmed(configuration);

    /// <summary>In Markdown.</summary>
    public string Told => contact is null ? Place : $"[{contact}]({(IsPage(contact) ? contact : $"mailto:{contact}")})";

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (Trimmed(configuration) is { } contact && !IsPage(contact) && !IsMail(contact))
            yield return $"{Setting} is {contact}, which is neither a mail address such as help@contoso.com nor the https address of a page.";
    }

    private static bool IsPage(string contact) => Uri.TryCreate(contact, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && IsPlain(contact);

    /// <summary>An address and nothing else, such as no name beside it.</summary>
    private static bool IsMail(string contact) => MailAddress.TryCreate(contact, out var address) && address.Address == contact && IsPlain(contact);

    /// <summary>Markdown takes none of it for its own.</summary>
    private static bool IsPlain(string contact) => contact.All(letter => char.IsAsciiLetterOrDigit(letter) || "@.:/-+%?=&#~".Contains(letter, StringComparison.Ordinal));

    private static string? Trimmed(IConfiguration configuration) => configuration[Setting]?.Trim() is { Length: > 0 } contact ? contact : null;
}
