namespace RetroBot.Host.Privacy;

/// <summary>Keeps out of the log what the frameworks would write there, at whatever level an operator sets, for all sinks or for one.</summary>
internal static class LogFilters
{
    private static readonly (string Category, LogLevel Least)[] Kept =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None), // a request's size: it differs between answers
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning), // sizes of frames
        ("Microsoft.AspNetCore.Http.Result", LogLevel.Warning), // where somebody is sent after signing in: words searched for stand in it
        ("System.Net.Http.HttpClient", LogLevel.None), // the addresses of people's chats
    ];

    public static void KeepConversationsOut(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var (category, least) in Kept)
        {
            // A rule for one sink beats one for all, and the longer category the shorter: every sink that is named gets these, and nothing longer stays beside them.
            foreach (var longer in options.Rules.Where(rule => IsAbout(rule, category)).ToList()) options.Rules.Remove(longer);
            foreach (var sink in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList()) options.Rules.Add(new LoggerFilterRule(sink, category, least, filter: null));
        }
    });

    /// <summary>Whether a rule would win against ours. A shorter one never does, and says what is so of everything else.</summary>
    private static bool IsAbout(LoggerFilterRule rule, string category) => rule.CategoryName is { } named && named.Length >= category.Length && named.Split('*', 2) switch
    {
        [var start, _] => start.StartsWith(category, StringComparison.OrdinalIgnoreCase) || category.StartsWith(start, StringComparison.OrdinalIgnoreCase),
        _ => named.StartsWith(category, StringComparison.OrdinalIgnoreCase),
    };
}
