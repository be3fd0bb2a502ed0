using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Search;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>The catalog for programs: search, pages, tags, and what becomes of whatever is sent.</summary>
public sealed class CaseStudiesApiTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_follows_the_pages_reads_everything_once()
    {
        await using var seat = await FilledAsync();
        List<string?> ids = [];
        for (var path = "api/case-studies?page_size=10"; path is not null;)
        {
            using var page = await ReadAsync(seat, path);
            Assert.Equal(("20-49", 10), (page.RootElement.GetProperty("total").GetString(), page.RootElement.GetProperty("page_size").GetInt32()));
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            path = page.RootElement.GetProperty("next").GetString()?[1..];
        }

        Assert.Equal(25, ids.Count);
        Assert.Equal(25, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_item_has_the_columns_of_an_export_and_its_own_address()
    {
        await using var seat = await FilledAsync();
        using var found = await ReadAsync(seat, "api/case-studies?q=spreadsheets&order=newest&period=2026-Q3");
        var item = found.RootElement.GetProperty("items").EnumerateArray().First();

        using var alone = await ReadAsync(seat, $"api/case-studies/{item.GetProperty("id").GetString()}");

        Assert.Equal(CatalogColumn.All.Select(column => column.Name), item.EnumerateObject().Select(cell => cell.Name));
        Assert.Equal(item.GetRawText(), alone.RootElement.GetRawText());
        Assert.Equal("[{\"value\":\"spreadsheets\",\"rows\":\"5-9\"}]", found.RootElement.GetProperty("facets").GetProperty("area").GetRawText());
    }

    [Theory]
    [InlineData("api/case-studies?q=notes")]
    [InlineData("api/organisation.json")]
    [InlineData("api/catalog.schema.json")]
    [InlineData("api/organisation.schema.json")]
    public async Task Whoever_has_it_already_is_not_sent_it_again(string path)
    {
        await using var seat = await FilledAsync();
        using var first = await seat.GetAsync(path, seat.Token(), Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token());
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await seat.Bot.Http.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Ct));
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue"), 99, title: "More notes")], Ct);
        await IndexAsync(seat);
        using var third = await seat.Bot.Http.SendAsync(Again(request), Ct);
        Assert.Equal(path.Contains("case-studies", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotModified, third.StatusCode);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1e3", "page")]
    [InlineData("page=999999999999999999999", "page")]
    [InlineData("page_size=101", "page_size")]
    [InlineData("order=hours", "order")]
    [InlineData("area=writing", "area")]
    [InlineData("outcome=less_tedious&outcome=<script>", "outcome")]
    [InlineData("verification=proven", "verification")]
    [InlineData("period=2026-Q5", "period")]
    [InlineData("tool=", "tool")]
    [InlineData("team=blue", "team")]
    [InlineData("author=1&page=x", "author")]
    public async Task A_parameter_that_cannot_be_understood_is_named(string query, string parameter)
    {
        await using var seat = await FilledAsync();

        using var answer = await seat.GetAsync($"api/case-studies?{query}", seat.Token(), Ct);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.NotEmpty(problem.RootElement.GetProperty("errors").GetProperty(parameter).EnumerateArray().Select(reason => reason.GetString()));
    }

    [Fact]
    public async Task Too_much_of_anything_is_refused_and_breaks_nothing()
    {
        await using var seat = await FilledAsync();

        foreach (var query in (string[])[$"q={new string('a', 201)}", string.Join('&', Enumerable.Range(0, 51).Select(number => $"tool=t{number}")), $"tool={new string('x', 201)}", string.Join('&', Enumerable.Range(0, 500).Select(number => $"p{number}=1"))])
        {
            using var answer = await seat.GetAsync($"api/case-studies?{query}", seat.Token(), Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        foreach (var query in (string[])["q=%00%ff%fe", "q=%22%20OR%20*%20NEAR(", "q=%F0%9F%8E%89", "q=%5C%27%3B--", "tool=%00", "q=" + new string('(', 200)])
        {
            using var answer = await seat.GetAsync($"api/case-studies?{query}", seat.Token(), Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "api/case-studies", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "api/case-studies/00112233445566778899aabbccddeeff", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/case-studies/00112233445566778899aabbccddeeff", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/case-studies/..%2f..", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/catalog.pdf", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/catalog.csv?period=soon", HttpStatusCode.BadRequest)]
    public async Task Every_error_is_a_problem_that_a_program_can_read(string method, string path, HttpStatusCode status)
    {
        await using var seat = await FilledAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token());

        using var answer = await seat.Bot.Http.SendAsync(request, Ct);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Another_tenant_s_case_studies_are_as_if_they_did_not_exist()
    {
        await using var seat = await FilledAsync();
        using var mine = await ReadAsync(seat, "api/case-studies");
        var id = mine.RootElement.GetProperty("items")[0].GetProperty("id").GetString();

        using var theirs = await ReadAsync(seat, "api/case-studies", seat.Token(seat.Neighbour));
        using var alone = await seat.GetAsync($"api/case-studies/{id}", seat.Token(seat.Neighbour), Ct);

        Assert.Empty(theirs.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, alone.StatusCode);
    }

    [Fact]
    public async Task The_description_is_one_that_OpenAPI_s_own_rules_find_nothing_wrong_with_and_names_every_route()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        using var answer = await seat.GetAsync("api/openapi.json", token: null, Ct);
        var description = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Ct);

        using var judged = JsonDocument.Parse(await NodeScript.ReadAsync("check-openapi.mjs", Ct, ("openapi.json", description)));
        using var document = JsonDocument.Parse(description);

        Assert.True(judged.RootElement.GetProperty("valid").GetBoolean(), judged.RootElement.GetRawText());
        Assert.Equal(
            ["/api/audit-pack.zip", "/api/case-studies", "/api/case-studies/{id}", "/api/catalog.schema.json", "/api/catalog.{format}", "/api/organisation.json", "/api/organisation.schema.json"],
            document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var search = document.RootElement.GetProperty("paths").GetProperty("/api/case-studies").GetProperty("get");
        Assert.Equal(["q", "area", "tool", "outcome", "verification", "period", "order", "page", "page_size"], search.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal(["200", "400", "401", "403", "429", "503"], search.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("127.0.0.1", Encoding.UTF8.GetString(description), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_is_what_the_description_says()
    {
        await using var seat = await FilledAsync();
        using var description = await ReadAsync(seat, "api/openapi.json");
        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas").GetRawText().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var schema = Encoding.UTF8.GetBytes($$"""{ "type": "object", "$ref": "#/$defs/CaseStudyList", "unevaluatedProperties": false, "$defs": {{schemas}} }""");
        using var answer = await seat.GetAsync("api/case-studies?page_size=3", seat.Token(), Ct);
        var list = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Equal("[]", await NodeScript.ReadAsync("check-schema.mjs", Ct, ("schema", schema), ("data", list)));
        var renamed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(list).Replace("page_size", "pageSize", StringComparison.Ordinal));
        Assert.NotEqual("[]", await NodeScript.ReadAsync("check-schema.mjs", Ct, ("schema", schema), ("data", renamed)));
    }

    private static HttpRequestMessage Again(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers) again.Headers.Add(name, values);
        return again;
    }

    private async Task<OwnersSeat> FilledAsync()
    {
        var seat = await OwnersSeat.StartAsync(emulator, Ct);
        var closed = new Quarter(2026, 3);
        await seat.PublishAsync(
        [
            .. Enumerable.Range(0, 18).Select(number => SampleStudies.Published(seat.Team("blue"), number, title: $"Release notes {number}")),
            .. Enumerable.Range(20, 7).Select(number => SampleStudies.Published(seat.Team("red"), number, title: "Formulas in a spreadsheet", area: WorkArea.Spreadsheets, quarter: closed)),
        ], Ct);
        await IndexAsync(seat);
        return seat;
    }

    private static Task<bool> IndexAsync(OwnersSeat seat) => seat.Bot.Services.GetRequiredService<CatalogIndexes>().RunOnceAsync(Ct);

    private static async Task<JsonDocument> ReadAsync(OwnersSeat seat, string path, string? token = null)
    {
        using var answer = await seat.GetAsync(path, token ?? seat.Token(), Ct);
        return JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Ct));
    }
}
