using System.Globalization;

namespace RetroBot.Cards;

/// <summary>A language that RetroBot speaks.</summary>
/// <param name="Tag">Its BCP 47 tag, by which its file of texts is named: <c>pt-BR</c>.</param>
/// <param name="OwnName">As those who speak it write it.</param>
/// <param name="Culture">One of a region, so that nothing is left to the machine: with the Gregorian calendar and Latin digits.</param>
public sealed record Language(string Tag, string OwnName, CultureInfo Culture)
{
    /// <summary>The tag without region and script: <c>pt</c>.</summary>
    internal static string BaseOf(string tag) => tag.Split('-', '_')[0];
}
