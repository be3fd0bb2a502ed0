using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Contracts;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>What a program owner reads of all teams over HTTP, from the real service and the real emulator.</summary>
public sealed class OrganisationApiTests(StorageEmulator emulator)
{
    private const string Path = "api/organisation.json";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_a_quarter_is_over_there_is_none_and_the_answer_says_when_there_will_be()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        using var report = await ReportAsync(seat);

        Assert.Empty(report.RootElement.GetProperty("quarters").EnumerateArray());
        Assert.Contains("a week after the quarter", report.RootElement.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(report.RootElement.GetProperty("method").EnumerateArray());
    }

    [Fact]
    public async Task Quarters_come_newest_first_with_questions_shares_bands_and_what_is_left_out()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await AddAsync(seat, seat.Tenant, new Quarter(2026, 2), 30);
        await AddAsync(seat, seat.Tenant, new Quarter(2026, 3), 60);

        using var report = await ReportAsync(seat);

        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("note").ValueKind);
        var quarters = report.RootElement.GetProperty("quarters").EnumerateArray().ToList();
        Assert.Equal(["2026-Q3", "2026-Q2"], quarters.Select(quarter => quarter.GetProperty("name").GetString()));
        Assert.Equal(
            """
            [{"key":"outcome","question":"Did AI help with a work task?","shares":[{"part":"outcome.helped","percent":60},{"part":"outcome.notHelped","percent":40}],"teams":"2-4","answers":"50+","left_out":"Some rounds are left out: too few people gave some answer, or the round was not closed in time, or its counts were no longer kept."},
            """.Trim() + """
            {"key":"changes.lessTedious","question":"Did this change?","shares":null,"teams":null,"answers":null,"left_out":"There is no figure: after leaving out rounds in which too few people gave some answer, those not closed in time and those whose counts were no longer kept, fewer than two teams are left."}]
            """.Trim(),
            quarters[0].GetProperty("figures").GetRawText());
        Assert.Equal(
            """[{"tool":"a, \"b\" | 漢","teams":"10-19","grounds":[{"ground":"cost","teams":"5-9"},{"ground":"other","teams":"5-9"}]},{"tool":"Copilot","teams":"5-9","grounds":null}]""",
            quarters[0].GetProperty("opt_outs").GetRawText());
    }

    [Fact]
    public async Task Another_tenant_s_owner_reads_nothing_of_this_one()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await AddAsync(seat, seat.Tenant, new Quarter(2026, 3), 60);

        using var theirs = await ReportAsync(seat, seat.Neighbour);

        Assert.Empty(theirs.RootElement.GetProperty("quarters").EnumerateArray());
    }

    [Fact]
    public async Task The_door_is_the_one_of_the_exports()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        foreach (var (token, status) in ((string?, HttpStatusCode)[])[
            (null, HttpStatusCode.Unauthorized), (seat.Token(flaw: TokenFlaw.Expired), HttpStatusCode.Unauthorized), (seat.Token(tenant: Guid.NewGuid()), HttpStatusCode.Unauthorized),
            (seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, Guid.NewGuid(), []), HttpStatusCode.Forbidden), (seat.Token(), HttpStatusCode.OK)])
        {
            using var answer = await seat.GetAsync(Path, token, Ct);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_on_the_way_may_keep_it()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        using var answer = await seat.GetAsync(Path, seat.Token(), Ct);

        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Storage_that_is_out_of_reach_is_told_as_such()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct, gate.ConnectionString);
        gate.Shut();

        using var answer = await seat.GetAsync(Path, seat.Token(), Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task AddAsync(OwnersSeat seat, Guid tenant, Quarter quarter, int percent) =>
        await seat.Bot.Services.GetRequiredService<IQuarterStore>().AddFiguresAsync(new TenantId(tenant.ToString()), quarter, Samples.Figures(percent) with { Quarter = quarter.ToString() }, Ct);

    private static async Task<JsonDocument> ReportAsync(OwnersSeat seat, Guid? tenant = null)
    {
        using var answer = await seat.GetAsync(Path, seat.Token(tenant), Ct);
        return JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Ct));
    }
}
