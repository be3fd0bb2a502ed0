using System.Text;
using System.Text.RegularExpressions;

namespace RetroBot.Tests.Crashes;

/// <summary>Says what a request asks for, in words that are the same in every run: of rows the kind alone, neither ids nor times.</summary>
/// <param name="prefix">Of the run's tables.</param>
internal sealed partial class CallNames(string prefix)
{
    private const int LongestKind = 2;

    public string Of(PassingRequest request)
    {
        var target = Uri.UnescapeDataString(request.Target);
        if (!StorageTarget().IsMatch(target)) return $"Teams: {request.Method} {Conversations().Match(target).Groups["what"].Value}{(MessageId().IsMatch(target) ? "/id" : "")}";
        if (Batch().IsMatch(target)) return $"storage: {string.Join(", ", Parts(request.Body).CountBy(part => part).Select(part => part.Value == 1 ? part.Key : $"{part.Key} ×{part.Value}"))}";
        return $"storage: {request.Method} {Place(target)}";
    }

    /// <summary>What a transaction does, one line a row.</summary>
    private IEnumerable<string> Parts(byte[] body)
    {
        var text = Uri.UnescapeDataString(Encoding.UTF8.GetString(body));
        return Part().Matches(text).Select(part => $"{part.Groups["verb"].Value} {Place(part.Groups["target"].Value)}");
    }

    private string Place(string target)
    {
        var table = Table().Match(target).Groups["table"].Value.Replace(prefix, "", StringComparison.Ordinal);
        // A row that is named by an id alone has no kind.
        var row = Row().Match(target).Groups["kind"] is { Length: <= LongestKind } kind ? kind.Value : "";
        return $"{table} {(target.Contains("$filter", StringComparison.Ordinal) ? $"({row}…)" : row)}".TrimEnd();
    }

    [GeneratedRegex("^/devstoreaccount1/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageTarget();

    [GeneratedRegex(@"^/devstoreaccount1/\$batch", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Batch();

    [GeneratedRegex("/devstoreaccount1/(?<table>[A-Za-z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?<verb>PUT|POST|PATCH|MERGE|DELETE) (?<target>http\S.*) HTTP/1.1", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"RowKey(=| ge | eq )'(?<kind>[^'|]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("/(?<what>activities|pagedmembers|members|conversations)(?=/|$)(?!.*/(activities|pagedmembers|members))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversations();

    [GeneratedRegex("/activities/.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
