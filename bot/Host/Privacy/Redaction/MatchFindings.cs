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
}
