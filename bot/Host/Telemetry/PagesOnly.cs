using System.Diagnostics;
using OpenTelemetry;

namespace RetroBot.Host.Telemetry;

/// <summary>Lets out of the traces what pages and the API for programs do, and of each span what is on a short list; nothing of what people do in Teams, nothing of what RetroBot sends or stores by itself.</summary>
/// <remarks>
/// It looks at where a trace began, whatever a sampler has decided. Addresses never get out: those of Teams, of storage and of pages hold the ids of people, chats, teams, rounds and case studies.
/// </remarks>
internal sealed class PagesOnly : BaseProcessor<Activity>
{
    private const string Method = "http.request.method";
    private const string Route = "http.route";
    private const string Host = "server.address";

    private static readonly HashSet<string> Known = new([Method, Route, Host, "http.response.status_code", "error.type"], StringComparer.Ordinal);

    private static readonly PathString[] Pages = ["/catalog", "/figures", "/organisation", "/api"];
    private static readonly PathString Messages = "/api/messages";

    /// <summary>Not what people press in Teams; nor the page about privacy, which the check-in links to.</summary>
    public static bool Tell(PathString path) => Pages.Any(page => path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase)) && !path.StartsWithSegments(Messages, StringComparison.OrdinalIgnoreCase);

    public override void OnEnd(Activity data)
    {
        // What a span was told of on the way, such as an exception, cannot be taken off it.
        if (!BeganWithPage(data) || data.Events.Any() || data.Links.Any())
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Known.Contains(name) || (name == Host && data.Kind == ActivityKind.Server)) data.SetTag(name, null);
        }
        data.DisplayName = $"{data.GetTagItem(Method)} {data.GetTagItem(Route)}".Trim();
        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }

    private static bool BeganWithPage(Activity span)
    {
        while (span.Parent is { } parent) span = parent;
        return span is { Kind: ActivityKind.Server, Recorded: true };
    }
}
