using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The document that cards link to, as a browser shows it.</summary>
public sealed class PrivacyPageTests(StorageEmulator emulator, HeadlessBrowser browser)
{
    private const int Desktop = 1100;
    private const int Phone = 360;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_on_the_welcome_card_leads_to_the_document()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);
        var link = world.Teams.Posts(world.Team.General)[0].Card!.Value.GetProperty("actions")[0].GetProperty("url").GetString()!;

        using var answer = await world.Bot.Http.GetAsync(new Uri(link), Ct);

        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("nobody can tell which answer was yours", page, StringComparison.Ordinal);
        Assert.Contains("<td><code>WrappedKey</code></td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_load_and_run_nothing()
    {
        await using var bot = await StartAsync();

        using var answer = await bot.Http.GetAsync(new Uri("privacy", UriKind.Relative), Ct);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors https://teams\\.microsoft\\.com [^;']+$", policy);
        Assert.DoesNotMatch(new Regex("<script|<img|<link|<iframe| style=| on[a-z]+=", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData(ColorScheme.Light, Desktop)]
    [InlineData(ColorScheme.Dark, Desktop)]
    [InlineData(ColorScheme.Light, Phone)]
    [InlineData(ColorScheme.Dark, Phone)]
    public async Task It_is_drawn_in_its_own_style_and_scrolls_down_only(ColorScheme scheme, int width)
    {
        await using var bot = await StartAsync();
        var page = await browser.OpenPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 1600 } });
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(new Uri(bot.Http.BaseAddress!, "privacy").ToString());

        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(scheme is ColorScheme.Dark ? "rgb(31, 31, 31)" : "rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "pages", $"privacy-{scheme}-{width}.png") });
        await page.CloseAsync();
    }

    private async Task<RunningBot> StartAsync() => await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System, ct: Ct);
}
