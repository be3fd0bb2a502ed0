using System.Text.RegularExpressions;

namespace RetroBot.Tests.Walls;

/// <summary>Which folder may name which namespace. It reads text, comments left out, so that a full name, an alias and a global using are found as a plain using is.</summary>
internal static partial class SourceWalls
{
    private static readonly (string Technology, Regex Name, Func<string, bool> MayName)[] Walls =
    [
        ("Bot Framework", BotFramework(), path => In(path, "bot/Host/Teams/")),
        ("Azure.Data.Tables", DataTables(), path => In(path, "bot/Host/Storage/")),
        ("AdaptiveCards", AdaptiveCards(), path => In(path, "cards/") || string.Equals(path, WhereCardsAreAttached, StringComparison.Ordinal)),
    ];

    /// <summary>The one place that puts a card into an activity.</summary>
    public const string WhereCardsAreAttached = "bot/Host/Teams/CardMessage.cs";

    /// <param name="path">From the root of the repository, with forward slashes.</param>
    public static IEnumerable<string> Breaches(string path, string text)
    {
        if (!In(path, "bot/") && !In(path, "cards/")) return [];

        var code = path.EndsWith(".cs", StringComparison.Ordinal) ? CommentsAndStrings().Replace(text, match => match.ValueSpan[0] == '/' ? " " : match.Value) : "";
        return
        [
            .. Walls.Where(wall => wall.Name.IsMatch(code) && !wall.MayName(path)).Select(wall => $"{path} names {wall.Technology}."),
            .. In(path, "bot/") ? Walls.Where(wall => GlobalUsings(path, text, code).Any(wall.Name.IsMatch)).Select(wall => $"{path} opens {wall.Technology} to its whole project.") : [],
            .. OuterNamespace().IsMatch(code) ? [$"{path} declares a namespace that is not RetroBot's, or gives another name to one in which walled ones lie."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> GlobalUsings(string path, string text, string code) =>
        path.EndsWith(".cs", StringComparison.Ordinal) ? GlobalUsing().Matches(code).Select(match => match.Value) : ProjectUsing().Matches(text).Select(match => match.Groups["name"].Value + ";");

    private static bool In(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary><c>Microsoft.Rest</c> is where its client's exceptions come from.</summary>
    [GeneratedRegex(@"(?<![\w.])@?Microsoft\s*\.\s*@?(Bot|Rest)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BotFramework();

    [GeneratedRegex(@"(?<![\w.])@?Azure\s*\.\s*@?Data\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DataTables();

    [GeneratedRegex(@"(?<![\w.])@?AdaptiveCards\s*[.;]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AdaptiveCards();

    [GeneratedRegex(@"\bglobal\s+using\b[^;]*;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex("<Using\\s[^>]*Include=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ProjectUsing();

    /// <summary>Inside <c>namespace Microsoft.X</c>, and after <c>using M = Microsoft;</c>, a walled namespace can be named without its first word.</summary>
    [GeneratedRegex(@"\bnamespace\s+(?!RetroBot\b)@?\w|\busing\s+\w+\s*=\s*(global\s*::\s*)?@?(Microsoft|Azure)\s*;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OuterNamespace();

    /// <summary>Strings are matched so that two slashes in one are not taken for a comment; they stay, since a type can be loaded by its name.</summary>
    [GeneratedRegex("""
        //[^\n]*|/\*[\s\S]*?\*/|"{3,}[\s\S]*?"{3,}|\$?@\$?"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CommentsAndStrings();
}
