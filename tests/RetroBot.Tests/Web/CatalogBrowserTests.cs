using Microsoft.Playwright;
using RetroBot.Cards;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The catalog in a real browser, as somebody uses it who was told nothing.</summary>
public sealed class CatalogBrowserTests(StorageEmulator emulator, HeadlessBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tags => [.. Languages.All.Select(language => language.Tag)];

    [Fact]
    public async Task A_use_case_is_found_by_a_mistyped_word_read_and_ready_to_be_copied()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var page = await site.OpenAsync("catalog?lang=en");

        await page.GetByLabel("Search the case studies").FillAsync("relase nots");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Release notes from merged tickets" }).ClickAsync();

        Assert.Equal("Release notes from merged tickets", await page.TextContentAsync("h1"));
        await page.ClickAsync(".copy");
        Assert.StartsWith("Paste titles and descriptions", await page.EvaluateAsync<string>("getSelection().toString()"), StringComparison.Ordinal);
        Assert.Contains("Team outcome improved", await page.InnerTextAsync(".tags"), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Filters_narrow_what_is_found_and_the_address_can_be_passed_on()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var page = await site.OpenAsync("catalog?lang=en");

        await page.ClickAsync("summary");
        await page.GetByLabel("Debugging").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        Assert.Equal("Found: 5–9", await page.TextContentAsync("#found"));
        Assert.Equal(5, await page.Locator("article").CountAsync());
        var again = await site.OpenAsync(new Uri(page.Url).PathAndQuery[1..]);
        Assert.Equal(5, await again.Locator("article").CountAsync());
        await again.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).ClickAsync();
        Assert.Equal(20, await again.Locator("article").CountAsync());
        await again.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        Assert.Equal(10, await again.Locator("article").CountAsync());
        await page.CloseAsync();
        await again.CloseAsync();
    }

    [Fact]
    public async Task With_the_keyboard_alone_somebody_searches_and_reads()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var page = await site.OpenAsync("catalog?lang=en");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("spreadsheet formula");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[value='spreadsheet formula']").WaitForAsync();
        for (var presses = 0; presses < 20 && await page.EvaluateAsync<bool>("!document.activeElement.closest('article')"); presses++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator(".recipe").WaitForAsync();
        Assert.Contains("/catalog/", page.Url, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task No_page_keeps_anybody_out_whatever_the_language_theme_and_width(string tag)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var axe = await File.ReadAllTextAsync(Path.Combine(await Clone.NodeModulesAsync(), "axe-core", "axe.min.js"), Ct);
        var first = (await site.Studies.PublishedAsync(Host.Local.DemoTenant.Id, Ct).OrderBy(study => study.Id.Value).FirstAsync(Ct)).Id;
        List<string> obstacles = [];
        // Fonts and axe are put into the page by the test, which its policy would refuse.
        var page = await site.OpenAsync("catalog", new() { BypassCSP = true }, asOwner: true);
        await PageFonts.ServeAsync(page);

        foreach (var (scheme, width) in ((ColorScheme, int)[])[(ColorScheme.Light, 1100), (ColorScheme.Dark, 1100), (ColorScheme.Light, 320)])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 1000);
            foreach (var (name, path) in ((string, string)[])[("catalog", "catalog"), ("found", "catalog?q=release&area=writing_code"), ("case-study", $"catalog/{first}"), ("method", "method"), ("figures", "figures"), ("organisation", "organisation"), ("nothing", "catalog?q=xylophone"), ("missing", "catalog/none")])
            {
                await page.GotoAsync(new Uri(site.Root, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={tag}").ToString());
                await PageFonts.ApplyAsync(page);
                await page.EvaluateAsync("document.fonts.ready.then(() => null)");
                // Charts are drawn anew, with the fonts.
                await page.EvaluateAsync("document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'");
                await page.AddScriptTagAsync(new() { Content = axe });
                var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.html))");
                obstacles.AddRange(found.Select(obstacle => $"{name} {scheme} {width}: {obstacle}"));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) obstacles.Add($"{name} {scheme} {width}: scrolls sideways");
                await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "pages", $"{name}-{tag}-{scheme}-{width}.png"), FullPage = true });
            }
        }

        await page.CloseAsync();
        Assert.Empty(obstacles);
    }

    [Theory]
    [InlineData("catalog")]
    [InlineData("organisation")]
    public async Task On_paper_there_is_what_is_read_and_nothing_to_be_pressed(string path)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var page = await site.OpenAsync($"{path}?lang=en", new() { BypassCSP = true, ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 700, Height = 1000 } }, asOwner: true);
        await PageFonts.ServeAsync(page);
        await PageFonts.ApplyAsync(page);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "pages", $"{path}-printed.png"), FullPage = true });

        Assert.True(await page.Locator("h1").IsVisibleAsync());
        // What figures rest on is read on paper, too.
        if (path == "organisation") Assert.True(await page.GetByText("5–9 teams, 50 or more answers").First.IsVisibleAsync());
        Assert.NotEqual(0, await page.Locator("article:visible, table:visible").CountAsync());
        Assert.Equal(0, await page.Locator("button:visible, input:visible, select:visible, nav:visible, canvas:visible, a.button:visible, summary:visible").CountAsync());
        Assert.Equal("rgb(0, 0, 0) on rgb(255, 255, 255)", await page.EvaluateAsync<string>("`${getComputedStyle(document.body).color} on ${getComputedStyle(document.body).backgroundColor}`"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_page_loads_its_own_style_and_nothing_else_and_nothing_is_refused()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var page = await site.OpenAsync("catalog");
        List<string> requests = [];
        List<string> complaints = [];
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(new Uri(site.Root, "catalog").ToString());

        Assert.Empty(complaints);
        Assert.All(requests, request => Assert.StartsWith(site.Root.ToString(), request, StringComparison.Ordinal));
        Assert.Contains(requests, request => request.EndsWith(".css", StringComparison.Ordinal));
        await page.CloseAsync();
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent");
}
