using System.Diagnostics;
using RetroBot.Host.Telemetry;
using Xunit;

namespace RetroBot.Tests.Telemetry;

/// <summary>What of a trace gets out.</summary>
public sealed class PagesOnlyTests : IDisposable
{
    private readonly ActivitySource source = new($"{nameof(PagesOnlyTests)} {Guid.NewGuid()}");
    private readonly ActivityListener listener;
    private readonly PagesOnly pages = new();

    public PagesOnlyTests()
    {
        listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
    }

    [Theory]
    [InlineData("/catalog", true)]
    [InlineData("/catalog/0123", true)]
    [InlineData("/api/case-studies", true)]
    [InlineData("/api/messages", false)]
    [InlineData("/API/Messages/", false)]
    [InlineData("/api/messages/longer", false)]
    [InlineData("/health/ready", false)]
    [InlineData("/privacy", false)]
    [InlineData("/", false)]
    public void Pages_are_told_and_presses_are_not(string path, bool isTold) => Assert.Equal(isTold, PagesOnly.Tell(path));

    [Fact]
    public void Of_a_page_there_is_the_method_the_route_and_the_status_and_nothing_else()
    {
        using var page = Begin(ActivityKind.Server);
        page.SetTag("http.request.method", "GET").SetTag("http.route", "/catalog/{id}").SetTag("http.response.status_code", 200)
            .SetTag("url.path", "/catalog/0123").SetTag("url.query", "?q=x").SetTag("server.address", "retrobot.example").SetTag("client.address", "10.0.0.1").SetTag("user_agent.original", "Edge").SetTag("something.new", "in a later version");
        page.DisplayName = "GET /catalog/0123";
        page.SetStatus(ActivityStatusCode.Error, "0123 is not there");
        page.TraceStateString = "vendor=0123";

        pages.OnEnd(page);

        Assert.True(page.Recorded);
        Assert.Equal(["http.request.method", "http.response.status_code", "http.route"], page.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal("GET /catalog/{id}", page.DisplayName);
        Assert.Null(page.StatusDescription);
        Assert.Null(page.TraceStateString);
    }

    [Fact]
    public void Of_what_a_page_asks_of_storage_there_is_the_host_and_not_the_address()
    {
        using var page = Begin(ActivityKind.Server);
        using var asked = Begin(ActivityKind.Client);
        asked.SetTag("http.request.method", "GET").SetTag("server.address", "retro.table.core.windows.net").SetTag("url.full", "https://retro.table.core.windows.net/rounds(PartitionKey='t')");

        pages.OnEnd(asked);

        Assert.True(asked.Recorded);
        Assert.Equal(["http.request.method", "server.address"], asked.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_RetroBot_does_by_itself_is_not_told()
    {
        using var send = Begin(ActivityKind.Client);

        pages.OnEnd(send);

        Assert.False(send.Recorded);
    }

    [Fact]
    public void What_belongs_to_a_press_is_not_told_whatever_a_sampler_says_of_it()
    {
        using var press = Begin(ActivityKind.Server);
        press.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        using var stored = Begin(ActivityKind.Client);
        stored.ActivityTraceFlags |= ActivityTraceFlags.Recorded;

        pages.OnEnd(stored);

        Assert.False(stored.Recorded);
    }

    [Fact]
    public void A_page_that_met_an_exception_is_left_out_since_its_words_cannot_be_taken_off()
    {
        using var page = Begin(ActivityKind.Server);
        page.AddException(new InvalidOperationException("0123 is not there"));

        pages.OnEnd(page);

        Assert.False(page.Recorded);
    }

    public void Dispose()
    {
        listener.Dispose();
        source.Dispose();
        pages.Dispose();
    }

    private Activity Begin(ActivityKind kind) => source.StartActivity("as a library names it", kind)!;
}
