using System.Text.RegularExpressions;

namespace RetroBot.Host.Privacy.Redaction;

internal static class MatchFindings
{
    public static List<Finding> ToFindings(this Regex.ValueMatchEnumerator matches, RedactionReason reason)
    {
        var findings = new List<Finding>();
        foreach (var match in matches) findings.Add(new Finding(match.Index, match.Index + match.Length, reason));
        return findings;
    }

    /// <summary>Whether the finding does not begin or end within a longer word. Han, kana and Hangul make no word longer.</summary>
    public static bool IsWholeIn(this Finding finding, string text) => !Continues(Letters.Before(text, finding.Start)) && !Continues(Letters.At(text, finding.End));

    private static bool Continues(char letter) => Letters.IsSpaced(letter) || letter is '_';
}
