using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Search;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The catalog as a tab: a page at Teams' own address frames it, and speaks with Teams' own library as Teams does.</summary>
public sealed class TabTests(StorageEmulator emulator, HeadlessBrowser browser)
{
    private const string Client = "0a1b2c3d-0000-4000-8000-0000000000c1";
    private const string Teams = "https://teams.microsoft.com/v2/";

    private static readonly Guid Tenant = Guid.Parse("0a1b2c3d-0000-4000-8000-0000000000d1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_opens_the_tab_is_signed_in_by_Teams_and_reads_searches_and_sees_what_Teams_looks_like()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        var page = await OpenAsync(bot, Teams, entra.Mint(Tenant, Client, Guid.NewGuid(), [], scope: "access_as_user"));
        var tab = page.FrameLocator("#tab");

        await tab.Locator("#found").WaitForAsync();
        Assert.Equal("dark", await tab.Locator("html[data-theme]").GetAttributeAsync("data-theme"));
        await tab.GetByLabel("Search the case studies").FillAsync("release");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Release notes" }).First.ClickAsync();
        await tab.Locator(".recipe").WaitForAsync();

        Assert.Equal(0, await tab.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).CountAsync());
        // A page that does not listen yet hears it the next time.
        await page.EvaluateAsync("void setInterval(() => tell('themeChange', ['contrast']), 200)");
        await tab.Locator("html[data-theme=contrast]").WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "pages", "tab-contrast.png") });
        Assert.DoesNotContain("eyJ", string.Concat(bot.Log.Lines), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Where_Teams_does_not_say_who_reads_the_tab_says_what_to_do()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        var page = await OpenAsync(bot, Teams, token: null);
        var tab = page.FrameLocator("#tab");

        await tab.GetByText("Teams could not sign you in").WaitForAsync();

        Assert.Equal("/catalog", await tab.GetByRole(AriaRole.Link, new() { Name = "Open in a browser" }).GetAttributeAsync("href"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task No_page_but_Teams_shows_it()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        List<string?> failures = [];
        var page = await OpenAsync(bot, "https://teams.microsoft.com.evil.example/", failures: failures, token: entra.Mint(Tenant, Client, Guid.NewGuid(), [], scope: "access_as_user"));

        Assert.Equal("chrome-error://chromewebdata/", Assert.Single(page.Frames, frame => frame != page.MainFrame).Url);
        Assert.Equal(["net::ERR_BLOCKED_BY_RESPONSE"], failures);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("User.Read")]
    [InlineData("access_as_user_too")]
    [InlineData(null)]
    public async Task A_token_for_something_else_signs_nobody_in(string? scope)
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, entra.Mint(Tenant, Client, Guid.NewGuid(), [OwnersSeat.Role], scope: scope)));
    }

    [Fact]
    public async Task A_token_that_another_site_sends_or_that_is_flawed_signs_nobody_in()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        var good = entra.Mint(Tenant, Client, Guid.NewGuid(), [], scope: "access_as_user");

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(bot, good, from: "same-origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, good, from: "cross-site"));
        foreach (var flaw in EntraSignInTests.Flaws.Select(row => row.Data)) Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, entra.Mint(Tenant, Client, Guid.NewGuid(), [], flaw, scope: "access_as_user")));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, entra.Mint(Guid.NewGuid(), Client, Guid.NewGuid(), [], scope: "access_as_user")));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, ""));
    }

    private static async Task<HttpStatusCode> PostAsync(RunningBot bot, string token, string from = "same-origin")
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = bot.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "sign-in/teams") { Content = new FormUrlEncodedContent([new("token", token)]) };
        request.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await visitor.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    private async Task<RunningBot> StartAsync(EntraAuthority entra)
    {
        var settings = OwnersSeat.Settings(entra, Tenant);
        (settings["RetroBot:Web:ClientId"], settings["RetroBot:Web:Readers"]) = (Client, "everyone");
        var bot = await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System, settings, change: OwnersSeat.Trusting(entra), ct: Ct);
        await bot.Services.GetRequiredService<ICaseStudyStore>().AddAsync(SampleStudies.Published(new TeamId(new TenantId(Tenant.ToString()), "blue"), 1), Ct);
        await bot.Services.GetRequiredService<CatalogIndexes>().RunOnceAsync(Ct);
        return bot;
    }

    /// <param name="address">Of the page that frames the tab; what it asks of the network is answered here.</param>
    /// <param name="token">What it gives to the tab; null for a refusal.</param>
    private async Task<IPage> OpenAsync(RunningBot bot, string address, string? token, List<string?>? failures = null)
    {
        var page = await browser.OpenPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 900 } });
        var script = """
            let tab;
            const tell = (func, args) => tab.postMessage({ func, args }, '*');
            addEventListener('message', ({ data, source }) => {
              tab = source;
              const answer = (...args) => source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, '*');
              if (data.func === 'initialize') answer('content', 'web', JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), '2.58.0');
              if (data.func === 'getContext') answer({ theme: 'dark', locale: 'en-us', entityId: 'catalog', hostName: 'Teams' });
              if (data.func === 'authentication.getAuthToken') TOKEN ? answer(true, TOKEN) : answer(false, 'resourceDisabled');
            });
            """.Replace("TOKEN", token is null ? "null" : $"'{token}'", StringComparison.Ordinal);
        var host = $"<!DOCTYPE html><title>Teams</title><script>{script}</script><style>body{{margin:0}}iframe{{width:100%;height:880px;border:0}}</style><iframe id=tab src='{bot.Http.BaseAddress}tab?lang=en-us'></iframe>";
        await page.RouteAsync(new Uri(address).GetLeftPart(UriPartial.Authority) + "/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = host }));
        page.RequestFailed += (_, request) => failures?.Add(request.Failure);
        await page.GotoAsync(address);
        return page;
    }
}
