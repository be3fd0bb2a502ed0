using System.Net;
using Microsoft.Playwright;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>What the pages count, as tables for everybody and as charts where a browser runs scripts.</summary>
public sealed class FiguresPagesTests(StorageEmulator emulator, HeadlessBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_chart_has_its_table_and_without_scripts_the_table_is_all_there_is()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var drawn = await site.OpenAsync("figures?lang=en");
        var plain = await site.OpenAsync("figures?lang=en", new() { JavaScriptEnabled = false });

        Assert.Equal((3, 4), (await drawn.Locator("canvas").CountAsync(), await drawn.Locator("figure table").CountAsync()));
        Assert.Equal((0, 4), (await plain.Locator("canvas").CountAsync(), await plain.Locator("figure table").CountAsync()));
        Assert.Equal(["What changed", "2026-Q2", "2026-Q3"], await plain.Locator("figure table").First.Locator("thead th").AllInnerTextsAsync());
        Assert.Contains("Less tedious\t5–9\t10–19", await plain.Locator("figure table").First.InnerTextAsync(), StringComparison.Ordinal);
        await drawn.CloseAsync();
        await plain.CloseAsync();
    }

    [Fact]
    public async Task The_organisation_s_figures_are_for_program_owners_who_take_their_audit_pack_with_them()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var reader = await site.OpenAsync("catalog?lang=en");
        var refused = await reader.GotoAsync(new Uri(site.Root, "organisation?lang=en").ToString());
        Assert.Equal((int)HttpStatusCode.Forbidden, refused!.Status);
        Assert.Equal(0, await reader.GetByRole(AriaRole.Link, new() { Name = "Organisation" }).CountAsync());

        var owner = await site.OpenAsync("organisation?lang=en", asOwner: true);
        var text = await owner.InnerTextAsync("main");
        var download = await owner.RunAndWaitForDownloadAsync(() => owner.ClickAsync("text=Audit pack"));

        Assert.Contains("2026-Q3: 5–9 teams, 50 or more answers. Some rounds are left out", text, StringComparison.Ordinal);
        Assert.Contains("A lower bound: who feels obliged may not say so.", text, StringComparison.Ordinal);
        Assert.Contains("2026-Q2: There is no figure", text, StringComparison.Ordinal);
        Assert.Matches(@"DeepL\s+5–9\s+10–19", text);
        Assert.Matches(@"Too expensive, or no licence\s+5–9\s+not shown", text);
        Assert.Equal("retrobot-audit-pack.zip", download.SuggestedFilename);
        Assert.Null(await download.FailureAsync());
        await reader.CloseAsync();
        await owner.CloseAsync();
    }

    [Fact]
    public async Task Before_there_is_anything_to_count_the_pages_say_when_there_will_be()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        await site.IndexAsync(Ct);

        var page = await site.OpenAsync("organisation?lang=en", asOwner: true);
        Assert.Contains("The first figures appear a week after", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(site.Root, "figures?lang=en").ToString());
        Assert.Contains("There is nothing to count yet", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.CloseAsync();
    }
}
