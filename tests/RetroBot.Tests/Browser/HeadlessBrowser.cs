using Microsoft.Playwright;
using RetroBot.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(HeadlessBrowser))]

namespace RetroBot.Tests.Browser;

/// <summary>One headless browser for the whole test run, started by the first test that opens a page.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    // No sandbox, because containers run as root; nothing that calls home, because tests open nothing but pages of their own.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--font-render-hinting=none",
        // A page at Teams' address, which tests answer themselves, frames the service on this machine.
        "--disable-features=LocalNetworkAccessChecks",
    ];

    private readonly Lazy<Task<Started>> started = new(StartAsync);

    /// <summary>A page in a context of its own, as in a private window.</summary>
    public async Task<IPage> OpenPageAsync(BrowserNewPageOptions? options = null) => await (await started.Value).Browser.NewPageAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (started is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) return;
        var (playwright, browser) = await started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<Started> StartAsync()
    {
        var chromium = await Chromium.FindAsync(Environment.GetEnvironmentVariable(Chromium.PathSetting));
        var playwright = await Playwright.CreateAsync();
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in chromium.Environment) environment[name] = value;
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium.Path, Args = Arguments, Env = environment });
        return new Started(playwright, browser);
    }

    private sealed record Started(IPlaywright Playwright, IBrowser Browser);
}
