using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The documents that cards and the app in Teams link to, as a browser shows them.</summary>
public sealed partial class DocumentPagesTests(StorageEmulator emulator, HeadlessBrowser browser)
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

    [Theory]
    [InlineData(null, "ask the help desk of your organisation")]
    [InlineData("help@contoso.com", "ask <a href=\"mailto:help@contoso.com\">help@contoso.com</a>")]
    [InlineData(" https://help.contoso.com/retrobot?from=teams&lang=en ", "ask <a href=\"https://help.contoso.com/retrobot?from=teams&amp;lang=en\">https://help.contoso.com/retrobot?from=teams&amp;lang=en</a>")]
    public async Task The_page_about_help_says_whom_to_ask(string? contact, string told)
    {
        await using var bot = await StartAsync(new() { ["RetroBot:SupportContact"] = contact });

        Assert.Contains(told, await bot.Http.GetStringAsync(new Uri("support", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    /// <summary>It is read as a page, without the repository.</summary>
    [Fact]
    public async Task What_is_stored_is_told_in_one_page_that_links_nowhere_else()
    {
        await using var bot = await StartAsync();

        Assert.Empty(Link().Matches(await bot.Http.GetStringAsync(new Uri("privacy", UriKind.Relative), Ct)).Select(link => link.Groups["to"].Value));
    }

    [Theory]
    [InlineData("support")]
    [InlineData("terms")]
    public async Task They_link_to_one_another(string path)
    {
        await using var bot = await StartAsync();

        var links = Link().Matches(await bot.Http.GetStringAsync(new Uri(path, UriKind.Relative), Ct)).Select(link => link.Groups["to"].Value).Distinct().ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            using var answer = await bot.Http.GetAsync(new Uri(new Uri(bot.Http.BaseAddress!, path), link), Ct);
            Assert.True(answer.IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task What_the_page_about_help_says_to_write_RetroBot_understands()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Clone.Root, "docs", "support.md"), Ct);
        var words = Written().Matches(text).Select(match => match.Groups["words"].Value.Replace("@RetroBot ", "", StringComparison.Ordinal)).Distinct().ToList();

        Assert.InRange(words.Count, 12, 40);
        Assert.All(words, word => Assert.True(Enum.GetValues<Command>().Any(command => CommandWords.Of(command, Languages.English) == word), word));
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("support")]
    [InlineData("terms")]
    public async Task A_page_may_load_and_run_nothing(string path)
    {
        await using var bot = await StartAsync();

        using var answer = await bot.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors https://teams\\.microsoft\\.com [^;']+$", policy);
        Assert.DoesNotMatch(new Regex("<script|<img|<link|<iframe| style=| on[a-z]+=", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("privacy", ColorScheme.Light, Desktop)]
    [InlineData("privacy", ColorScheme.Light, Phone)]
    [InlineData("privacy", ColorScheme.Dark, Desktop)]
    [InlineData("privacy", ColorScheme.Dark, Phone)]
    [InlineData("support", ColorScheme.Light, Desktop)]
    [InlineData("support", ColorScheme.Light, Phone)]
    [InlineData("support", ColorScheme.Dark, Desktop)]
    [InlineData("support", ColorScheme.Dark, Phone)]
    [InlineData("terms", ColorScheme.Light, Desktop)]
    [InlineData("terms", ColorScheme.Light, Phone)]
    [InlineData("terms", ColorScheme.Dark, Desktop)]
    [InlineData("terms", ColorScheme.Dark, Phone)]
    public async Task It_is_drawn_in_its_own_style_and_scrolls_down_only(string path, ColorScheme scheme, int width)
    {
        await using var bot = await StartAsync();
        var page = await browser.OpenPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 1600 } });
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync(new Uri(bot.Http.BaseAddress!, path).ToString());

        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(scheme is ColorScheme.Dark ? "rgb(31, 31, 31)" : "rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Clone.Artifacts, "pages", $"{path}-{scheme}-{width}.png") });
        await page.CloseAsync();
    }

    private async Task<RunningBot> StartAsync(Dictionary<string, string?>? settings = null) =>
        await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System, settings, ct: Ct);

    [GeneratedRegex(" href=\"(?<to>[^\"#][^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<words>[^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
