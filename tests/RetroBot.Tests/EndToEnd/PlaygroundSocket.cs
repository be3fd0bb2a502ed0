using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RetroBot.Tests.EndToEnd;

/// <summary>What the Playground tells the page. It can be held back: the page loses an answer that comes before it has drawn the post.</summary>
/// <param name="read">Is handed all of it, at once.</param>
internal sealed partial class PlaygroundSocket(Action<string> read)
{
    private readonly Lock gate = new();
    private readonly Queue<Action> held = [];
    private bool isHeld;

    /// <summary>Call it before the page opens the Playground.</summary>
    public Task RouteAsync(IPage page) => page.RouteWebSocketAsync(Anywhere(), socket => socket.ConnectToServer().OnMessage(frame =>
    {
        if (frame.Text is { } text) read(text);
        lock (gate)
        {
            held.Enqueue(() => Send(socket, frame));
            if (!isHeld) Empty();
        }
    }));

    /// <summary>Does something, and holds back what comes until it is done.</summary>
    public async Task HoldAsync(Func<Task> work)
    {
        lock (gate) isHeld = true;
        try
        {
            await work();
        }
        finally
        {
            lock (gate)
            {
                isHeld = false;
                Empty();
            }
        }
    }

    private void Empty()
    {
        while (held.TryDequeue(out var send)) send();
    }

    private static void Send(IWebSocketRoute socket, IWebSocketFrame frame)
    {
        if (frame.Text is { } text) socket.Send(text);
        else socket.Send(frame.Binary!);
    }

    [GeneratedRegex(".*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anywhere();
}
