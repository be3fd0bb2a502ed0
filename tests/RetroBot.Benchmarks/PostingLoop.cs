using System.Globalization;
using System.Net.Mime;
using System.Text;
using RetroBot.Simulation;

namespace RetroBot.Benchmarks;

/// <summary>The floor of a fan-out: a bare <see cref="HttpClient"/> posts messages into chats and does nothing else.</summary>
internal static class PostingLoop
{
    private const char Tab = '\t';

    /// <summary>One line a message: the chat's id and the body.</summary>
    public static Task WriteMessagesAsync(string path, IEnumerable<(string Chat, string Body)> messages, CancellationToken ct) =>
        File.WriteAllLinesAsync(path, messages.Select(message => $"{message.Chat}{Tab}{message.Body}"), ct);

    /// <summary>Begins it in a process of its own.</summary>
    public static Task<AnotherProcess> StartAsync(TeamsSimulator teams, string messages, int connections, CancellationToken ct) =>
        AnotherProcess.StartAsync([Roles.Floor, teams.ServiceUrl.ToString(), messages, connections.ToString(CultureInfo.InvariantCulture)], ct);

    /// <summary>Posts all of the messages each time it is told to, over so many connections.</summary>
    public static async Task RunAsync(Uri serviceUrl, string path, int connections)
    {
        var messages = (await File.ReadAllLinesAsync(path)).Select(line => line.Split(Tab, 2))
            .Select(parts => (Path: $"v3/conversations/{Uri.EscapeDataString(parts[0])}/activities", Body: Encoding.UTF8.GetBytes(parts[1]))).ToList();
        using var http = new HttpClient { BaseAddress = serviceUrl };
        AnotherProcess.SayReady("");
        while (await Console.In.ReadLineAsync() is not null)
        {
            await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (message, ct) =>
            {
                using var content = new ByteArrayContent(message.Body) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } };
                using var answer = await http.PostAsync(new Uri(message.Path, UriKind.Relative), content, ct);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(ct);
            });
        }
    }
}
