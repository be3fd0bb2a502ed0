using System.Net;
using System.Net.Sockets;
using System.Text;
using RetroBot.Host.Web;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.BadInput;

/// <summary>However much somebody sends at once, or however slowly, the service keeps its memory, says that it is alive, and goes on.</summary>
public sealed class FloodTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_sends_so_slowly_that_it_takes_minutes_is_cut_off()
    {
        await using var bot = await StartAsync();
        using var slow = await HalfAPostAsync(bot);
        using var answer = new StreamReader(slow.GetStream());

        Assert.Contains(" 408 ", await answer.ReadLineAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_what_is_worked_on_at_once_and_what_may_wait_requests_are_refused_and_the_service_is_alive()
    {
        await using var bot = await StartAsync();
        List<TcpClient> held = [];
        try
        {
            // One more than there are places: it is answered at once, the others when their first seconds are over.
            while (held.Count <= RequestLimits.AtOnce + RequestLimits.Waiting) held.Add(await HalfAPostAsync(bot));
            var first = await await Task.WhenAny(held.Select(async one => await new StreamReader(one.GetStream()).ReadLineAsync(Ct)));
            using var refused = await PostAsync(bot);

            Assert.Contains(" 503 ", first, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter?.Delta);
            using var alive = await bot.Http.GetAsync(new Uri("health/live", UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }
        finally
        {
            foreach (var one in held) one.Dispose();
        }

        using var after = await PostAsync(bot);
        Assert.Equal(HttpStatusCode.BadRequest, after.StatusCode);
    }

    [Fact]
    public async Task No_answer_tells_which_server_it_is()
    {
        await using var bot = await StartAsync();

        using var answer = await bot.Http.GetAsync(new Uri("privacy", UriKind.Relative), Ct);

        Assert.Empty(answer.Headers.Server);
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningBot bot)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        return await bot.Http.PostAsync(new Uri("api/messages", UriKind.Relative), body, Ct);
    }

    /// <summary>A request whose body does not come.</summary>
    private static async Task<TcpClient> HalfAPostAsync(RunningBot bot)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bot.Http.BaseAddress!.Port, Ct);
        await client.GetStream().WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray(), Ct);
        return client;
    }

    private async Task<RunningBot> StartAsync() => await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System, ct: Ct);
}
