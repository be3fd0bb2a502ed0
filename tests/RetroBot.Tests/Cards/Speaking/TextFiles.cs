using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using RetroBot.Cards;

namespace RetroBot.Tests.Cards.Speaking;

/// <summary>The texts of each language as they lie in its own file, without what other files would lend.</summary>
internal static partial class TextFiles
{
    private static readonly ResourceManager Resources = new("RetroBot.Cards.Texts", typeof(Card).Assembly);

    private static readonly Dictionary<Language, Dictionary<string, string>> Read = Languages.All.ToDictionary(language => language, Load);

    public static IReadOnlyDictionary<string, string> English => Of(Languages.English);

    public static IReadOnlyDictionary<string, string> Of(Language language) => Read[language];

    /// <summary>Whether the key is that of a form for some numbers, such as <c>Digest.Answered.few</c>.</summary>
    public static bool IsForm(string key) => FormPattern().IsMatch(key);

    public static string BaseOf(string key) => FormPattern().Replace(key, "");

    public static PluralForm FormOf(string key) => FormPattern().Match(key) is { Success: true } form ? Enum.Parse<PluralForm>(form.Value[1..], ignoreCase: true) : PluralForm.Other;

    private static Dictionary<string, string> Load(Language language)
    {
        var culture = language == Languages.English ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language.Tag);
        var texts = Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) ?? throw new MissingManifestResourceException($"The texts in {language.OwnName} were left out of the build.");
        return texts.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\.(zero|one|two|few|many)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormPattern();
}
