namespace RetroBot.Host.Local;

/// <summary>Asks whoever listens on a local port who they are.</summary>
internal static class LocalProbe
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Sends a GET and lets <paramref name="recognise"/> judge the answer; no HTTP answer at all is not recognised.</summary>
    public static async Task<bool> AskAsync(int port, string path, Func<HttpResponseMessage, CancellationToken, Task<bool>> recognise, CancellationToken ct)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"), ct);
            return await recognise(response, ct);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
