using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Core.People;
using RetroBot.Tests.Browser;
using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>The audit pack, checked by somebody who has nothing else: another program, in another language.</summary>
public sealed class AuditPackTests(StorageEmulator emulator)
{
    private const string Path = "api/audit-pack.zip";

    private static readonly Quarter Closed = new(2026, 3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_the_pack_alone_counts_the_same_again()
    {
        await using var seat = await FilledAsync();

        using var judged = JsonDocument.Parse(await RecountAsync(await PackAsync(seat)));

        Assert.Empty(judged.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
        Assert.Equal(31, judged.RootElement.GetProperty("rows").GetInt32());
        Assert.True(judged.RootElement.GetProperty("counted").GetInt32() > 10);
    }

    [Theory]
    [InlineData("catalog.csv", "less_tedious", "fewer_errors")]
    [InlineData("counted.csv", "\"10\",\"19\"", "\"5\",\"9\"")]
    [InlineData("organisation.json", "\"percent\":60", "\"percent\":70")]
    [InlineData("withheld.csv", "2026-Q3", "2026-Q2")]
    public async Task A_pack_that_somebody_has_touched_is_found_out(string file, string good, string bad)
    {
        await using var seat = await FilledAsync();

        using var judged = JsonDocument.Parse(await RecountAsync(await PackAsync(seat), (file, text =>
        {
            Assert.Contains(good, text, StringComparison.Ordinal);
            return text.Replace(good, bad, StringComparison.Ordinal);
        })));

        Assert.NotEmpty(judged.RootElement.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task It_is_for_program_owners_and_holds_nothing_of_another_tenant()
    {
        await using var seat = await FilledAsync();

        using var refused = await seat.GetAsync(Path, seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, Guid.NewGuid(), []), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var theirs = new ZipArchive(new MemoryStream(await PackAsync(seat, seat.Token(seat.Neighbour))));
        Assert.Single(await TextOfAsync(theirs, "catalog.csv") is var text ? text.Trim().Split("\r\n") : []);
        Assert.DoesNotContain("2026-Q3", await TextOfAsync(theirs, "organisation.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formulas_in_it_are_none()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(Enumerable.Range(0, 6).Select(number => SampleStudies.Published(seat.Team("blue"), number, tool: "=1+1", quarter: Closed)), Ct);

        using var pack = new ZipArchive(new MemoryStream(await PackAsync(seat)));

        foreach (var name in (string[])["catalog.csv", "counted.csv"])
        {
            var text = await TextOfAsync(pack, name);
            Assert.Contains("\"'=1+1\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"=1+1\"", text, StringComparison.Ordinal);
        }
    }

    private async Task<OwnersSeat> FilledAsync()
    {
        var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync(
        [
            .. Enumerable.Range(0, 12).Select(number => SampleStudies.Published(seat.Team("blue"), number, quarter: Closed)),
            .. Enumerable.Range(20, 6).Select(number => SampleStudies.Published(seat.Team("red"), number, area: WorkArea.Debugging, change: Change.FewerErrors, quarter: Closed, support: new GroupBand(5, 9))),
            .. Enumerable.Range(40, 5).Select(number => SampleStudies.Published(seat.Team("red"), number, tool: null, quarter: Closed.Before)),
            .. Enumerable.Range(60, 8).Select(number => SampleStudies.Published(seat.Team("red"), number)),
        ], Ct);
        var figures = new OrganisationFigures(Closed.ToString(),
        [
            new(DigestQuestion.Outcome, null, [new("outcome.helped", 60), new("outcome.notHelped", 40)], new(5, 9), new(50, null), LeftOut.SomeRounds),
            new(DigestQuestion.Obligation, null, null, null, null, LeftOut.Everything),
        ]);
        await seat.Bot.Services.GetRequiredService<IQuarterStore>().AddFiguresAsync(new TenantId(seat.Tenant.ToString()), Closed, figures, Ct);
        return seat;
    }

    private static async Task<byte[]> PackAsync(OwnersSeat seat, string? token = null)
    {
        using var answer = await seat.GetAsync(Path, token ?? seat.Token(), Ct);
        Assert.Equal("application/zip", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    private static async Task<string> RecountAsync(byte[] pack, (string Name, Func<string, string> Change)? touched = null)
    {
        var folder = Directory.CreateTempSubdirectory("retrobot-");
        try
        {
            await ZipFile.ExtractToDirectoryAsync(new MemoryStream(pack), folder.FullName, Ct);
            if (touched is var (name, change))
            {
                var file = System.IO.Path.Combine(folder.FullName, name);
                await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(file, Ct)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Ct);
            }
            return await NodeScript.RunAsync("recount-pack.mjs", Ct, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> TextOfAsync(ZipArchive pack, string name)
    {
        using var reader = new StreamReader(await pack.GetEntry(name)!.OpenAsync(Ct));
        return await reader.ReadToEndAsync(Ct);
    }
}
