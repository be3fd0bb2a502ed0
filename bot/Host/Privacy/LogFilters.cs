namespace RetroBot.Host.Privacy;

/// <summary>Keeps out of the log what the frameworks would write there, at whatever level an operator sets.</summary>
internal static class LogFilters
{
    public static void KeepConversationsOut(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None) // a request's size: it differs between answers
        .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning) // sizes of frames
        .AddFilter("System.Net.Http.HttpClient", LogLevel.None); // the addresses of people's chats
}
