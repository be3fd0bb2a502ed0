using System.Net;
using System.Text.RegularExpressions;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Local;
using RetroBot.Host.Web;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>The catalog's pages over HTTP: who gets in, and what becomes of whatever is sent.</summary>
public sealed partial class CatalogPagesTests(StorageEmulator emulator, HeadlessBrowser browser)
{
    private static readonly TeamId Team = new(DemoTenant.Id, "blue");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("catalog")]
    [InlineData("catalog?q=release&page=2")]
    [InlineData("catalog/00112233445566778899aabbccddeeff")]
    [InlineData("catalog/export.csv")]
    public async Task Whoever_is_not_signed_in_is_sent_to_sign_in_and_reads_nothing(string path)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = Visitor(site);

        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith($"/sign-in?lang=en&next={Uri.EscapeDataString("/" + path)}", answer.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("/catalog?q=release", "/catalog?q=release")]
    [InlineData("https://evil.example/", "/catalog")]
    [InlineData("//evil.example/", "/catalog")]
    [InlineData("/\\evil.example/", "/catalog")]
    [InlineData("/\t/evil.example/", "/catalog")]
    [InlineData("", "/catalog")]
    public async Task A_sign_in_leads_on_to_pages_of_RetroBot_alone(string next, string leadsTo)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        using var visitor = Visitor(site);

        using var answer = await SignInAsync(visitor, "reader", next);

        Assert.Equal((HttpStatusCode.Redirect, leadsTo), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Whoever_opens_more_pages_than_anybody_reads_is_asked_to_wait()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        using var hasty = await SignedInAsync(site);
        for (var page = 0; page < ReadersOnly.PerMinute; page++) Assert.Equal(HttpStatusCode.OK, (await ReadAsync(hasty, "figures")).Status);

        using var answer = await hasty.GetAsync(new Uri("figures?lang=de", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Warte eine Minute", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_setting_does_not_say_so_program_owners_alone_read()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, readers: "owners");
        using var reader = Visitor(site);
        using var owner = Visitor(site);
        using var first = await SignInAsync(reader, "reader");
        using var second = await SignInAsync(owner, "owner");

        var (status, page) = await ReadAsync(reader, "catalog");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("The catalog is for program owners", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Release notes", page, StringComparison.Ordinal);
        Assert.Contains("Found: 20–49", (await ReadAsync(owner, "catalog")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_another_tenant_is_found_or_shown_whatever_is_asked_for()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        var theirs = SampleStudies.Published(new TeamId(new TenantId(Guid.NewGuid().ToString()), "theirs"), 1, title: "Neighbourly secret");
        await site.Studies.AddAsync(theirs, Ct);
        await site.IndexAsync(Ct);
        using var visitor = await SignedInAsync(site);

        Assert.Contains("Nothing fits", (await ReadAsync(visitor, "catalog?q=neighbourly")).Page, StringComparison.Ordinal);
        var (status, page) = await ReadAsync(visitor, $"catalog/{theirs.Id}");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(Token().Replace((await ReadAsync(visitor, "catalog/00112233445566778899aabbccddeeff")).Page, ""), Token().Replace(page, ""));
    }

    [Fact]
    public async Task What_its_author_withdraws_is_gone_from_every_page_at_once()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = await SignedInAsync(site);
        var study = await site.Studies.PublishedAsync(DemoTenant.Id, Ct).FirstAsync(one => one.Story.Title.StartsWith("Release notes", StringComparison.Ordinal), Ct);

        await site.Studies.RemoveAsync((await site.Studies.FindAsync(study.Id, Ct))!, Ct);

        Assert.DoesNotContain(study.Story.Title, (await ReadAsync(visitor, "catalog?q=release+notes")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(visitor, $"catalog/{study.Id}")).Status);
    }

    [Fact]
    public async Task What_authors_write_is_text_and_never_part_of_the_page()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> \" onmouseover=\"x {{7*7}} @(1+1) **b**";
        var study = SampleStudies.Published(Team, 1, title: Hostile[..80], howToTry: Hostile);
        await site.Studies.AddAsync(study, Ct);
        await site.IndexAsync(Ct);
        using var visitor = await SignedInAsync(site);

        var pages = await RawAsync(visitor, "catalog") + await RawAsync(visitor, $"catalog/{study.Id}") + await RawAsync(visitor, $"catalog?q={Uri.EscapeDataString(Hostile)}");

        Assert.DoesNotContain("<script", pages, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", pages, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onmouseover", pages, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", pages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("catalog?page=-1")]
    [InlineData("catalog?page=99999999999999999999")]
    [InlineData("catalog?page=100000")]
    [InlineData("catalog?order=hours_saved")]
    [InlineData("catalog?area=%00&area=nothing&tool=%F0%9F%98%80&period=2026-Q9")]
    [InlineData("catalog?q=%22%20OR%20NEAR(a%2Cb)%20*%20%5E%20-&lang=xx")]
    [InlineData("catalog?q=%FF%FE%00")]
    [InlineData("catalog?lang=../../etc")]
    public async Task Whatever_the_address_holds_a_page_is_the_answer(string path)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = await SignedInAsync(site);

        var (status, page) = await ReadAsync(visitor, path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_filters_and_very_long_words_are_cut_off()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = await SignedInAsync(site);

        var (status, page) = await ReadAsync(visitor, $"catalog?q={new string('a', 2000)}&{string.Join('&', Enumerable.Range(0, 400).Select(number => $"tool={number}"))}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing fits", page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 201), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_storage_is_out_of_reach_a_page_says_so_and_offers_to_try_again()
    {
        var own = new StorageEmulator();
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, storage: await own.ConnectionStringAsync());
        using var visitor = await SignedInAsync(site);
        await own.DisposeAsync();

        var (status, page) = await ReadAsync(visitor, "catalog?q=release");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The catalog can’t be reached", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/catalog?q=release\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_first_index_is_made_the_page_asks_for_patience_and_an_empty_catalog_says_where_case_studies_come_from()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        using var visitor = await SignedInAsync(site);

        Assert.Contains("The catalog is being put together", (await ReadAsync(visitor, "catalog")).Page, StringComparison.Ordinal);
        await site.IndexAsync(Ct);
        Assert.Contains("No case study has been published yet", (await ReadAsync(visitor, "catalog")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_owner_takes_the_files_away_from_the_page_and_others_are_told_who_may()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var reader = await SignedInAsync(site);
        using var owner = Visitor(site);
        using var signedIn = await SignInAsync(owner, "owner");

        var rows = CsvText.Read(await owner.GetByteArrayAsync(new Uri("catalog/export.csv", UriKind.Relative), Ct));
        var quarter = CsvText.Read(await owner.GetByteArrayAsync(new Uri("catalog/export.csv?period=2026-Q3", UriKind.Relative), Ct));

        Assert.Equal((30, 15), (rows.Count, quarter.Count));
        Assert.All(quarter, row => Assert.Equal("2026-Q3", row["reporting_period"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await ReadAsync(owner, "catalog/export.csv?period=2026")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(owner, "catalog/export.exe")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync(reader, "catalog/export.csv")).Status);
    }

    [Theory]
    [InlineData("sign-out")]
    [InlineData("sign-in/local")]
    public async Task A_form_of_another_site_is_refused(string path)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = await SignedInAsync(site);

        using var answer = await visitor.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new("as", "owner")]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync(visitor, "catalog/export.csv")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(visitor, "catalog")).Status);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = await SignedInAsync(site);

        using var answer = await visitor.PostAsync(new Uri("sign-out", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOn((await ReadAsync(visitor, "catalog")).Page))]), Ct);

        Assert.Contains("You are signed out", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync(visitor, "catalog")).Status);
    }

    [Fact]
    public async Task No_page_is_kept_framed_or_sniffed_and_the_cookie_is_for_the_server_alone()
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct);
        using var visitor = Visitor(site);
        using var signedIn = await SignInAsync(visitor, "reader");

        using var answer = await visitor.GetAsync(new Uri("catalog", UriKind.Relative), Ct);

        Assert.Equal("default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.teams.cloud.microsoft https://*.teams.microsoft.us", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("retrobot=", StringComparison.Ordinal));
        Assert.Matches("httponly", cookie);
        Assert.Matches("samesite=lax", cookie);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", "de")]
    [InlineData("nl,pt;q=0.8,en;q=0.9", "en")]
    [InlineData("nl,fi", "en")]
    [InlineData("ja-JP", "ja")]
    public async Task A_page_is_written_in_the_reader_s_language(string accepted, string tag)
    {
        await using var site = await CatalogSite.StartAsync(emulator, browser, Ct, isFilled: false);
        using var visitor = Visitor(site);
        visitor.DefaultRequestHeaders.Add("Accept-Language", accepted);

        Assert.Contains($"<html lang=\"{tag}\"", (await ReadAsync(visitor, "method")).Page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\"", (await ReadAsync(visitor, "method?lang=ar")).Page, StringComparison.Ordinal);
    }

    private static HttpClient Visitor(CatalogSite site) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Root };

    private static async Task<HttpClient> SignedInAsync(CatalogSite site)
    {
        var visitor = Visitor(site);
        using var answer = await SignInAsync(visitor, "reader");
        return visitor;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string role, string next = "/catalog")
    {
        var (_, page) = await ReadAsync(visitor, "sign-in");
        return await visitor.PostAsync(
            new Uri($"sign-in/local?next={Uri.EscapeDataString(next)}", UriKind.Relative), new FormUrlEncodedContent([new("as", role), new("__RequestVerificationToken", TokenOn(page))]), Ct);
    }

    private static async Task<(HttpStatusCode Status, string Page)> ReadAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    private static Task<string> RawAsync(HttpClient visitor, string path) => visitor.GetStringAsync(new Uri(path, UriKind.Relative), Ct);

    private static string TokenOn(string page) => Token().Match(page).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
