using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Local;
using RetroBot.Host.Search;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Web;

/// <summary>The real service with the demo's catalog, and real browsers before it.</summary>
internal sealed class CatalogSite(RunningBot bot, HeadlessBrowser browser) : IAsyncDisposable
{
    public RunningBot Bot => bot;

    public Uri Root => bot.Http.BaseAddress!;

    public ICaseStudyStore Studies => bot.Services.GetRequiredService<ICaseStudyStore>();

    /// <param name="readers">Of the setting.</param>
    public static async Task<CatalogSite> StartAsync(StorageEmulator emulator, HeadlessBrowser browser, CancellationToken ct, string readers = "everyone", bool isFilled = true, string? storage = null)
    {
        var time = new TestTime(World.Start);
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["RetroBot:Web:Tenants:0"] = DemoTenant.Id.Value, ["RetroBot:Web:Readers"] = readers };
        var bot = await RunningBot.StartAsync(storage ?? await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), time, settings, ct: ct);
        var site = new CatalogSite(bot, browser);
        if (!isFilled) return site;
        await new DemoCatalog(site.Studies, bot.Services.GetRequiredService<CatalogIndexes>(), time).StartAsync(ct);
        await new DemoOrganisation(bot.Services.GetRequiredService<IQuarterStore>(), time).StartAsync(ct);
        return site;
    }

    public Task<bool> IndexAsync(CancellationToken ct) => bot.Services.GetRequiredService<CatalogIndexes>().RunOnceAsync(ct);

    /// <summary>Opens a page, signs in where that is asked for, and waits until it is there.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewPageOptions? options = null, bool asOwner = false)
    {
        var page = await browser.OpenPageAsync(options ?? new() { ViewportSize = new() { Width = 1100, Height = 1000 } });
        await page.GotoAsync(new Uri(Root, path).ToString());
        if (await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to the demo" }).CountAsync() == 0) return page;
        await page.ClickAsync($"button[value={(asOwner ? "owner" : "reader")}]");
        // What only the page behind it has: an address may be seen to change too late to be awaited.
        await page.Locator("form[action='/sign-out']").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();
}
