using System.Net;
using System.Text.Json;
using RetroBot.Host.Web;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Catalogs;

/// <summary>Only program owners read the catalog over HTTP, and each only their own tenant's.</summary>
public sealed class ApiAccessTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Those that only the Bot Framework's tokens can have are left out.</summary>
    public static TheoryData<TokenFlaw> Flaws => [.. Enum.GetValues<TokenFlaw>().Except([TokenFlaw.None, TokenFlaw.OtherServiceUrl, TokenFlaw.WithoutServiceUrl])];

    [Fact]
    public async Task The_role_lets_in_and_so_does_being_named_in_the_settings()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(seat, seat.Token()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(seat, seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, OwnersSeat.NamedOwner, [])));
    }

    [Fact]
    public async Task A_known_caller_who_is_no_program_owner_is_refused()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        await RefusedAsync(seat, seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, Guid.NewGuid(), ["programowner", "Owner"]), HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_flawed_token_is_refused(TokenFlaw flaw)
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        var refusal = await RefusedAsync(seat, seat.Token(flaw: flaw), HttpStatusCode.Unauthorized);

        Assert.Equal("Bearer", refusal.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task What_is_no_token_is_refused()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        foreach (var token in (string?[])[null, "", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "eyJhbGciOiJSUzI1NiJ9.W10.AAAA", "eyJhbGciOiJSUzI1NiJ9.eyJ0aWQiOjF9.AAAA"])
            await RefusedAsync(seat, token, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_without_a_person_is_refused()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        await RefusedAsync(seat, seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, person: null, [OwnersSeat.Role]), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_tenant_that_the_operator_did_not_name_is_refused_and_nothing_is_fetched_for_it()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        await RefusedAsync(seat, seat.Token(tenant: Guid.NewGuid()), HttpStatusCode.Unauthorized);

        Assert.Empty(seat.Entra.Requests);
    }

    [Fact]
    public async Task A_new_signing_key_is_found()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        seat.Entra.RollOver();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(seat, seat.Token()));
    }

    [Fact]
    public async Task Without_its_setting_there_is_no_API()
    {
        await using var bot = await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), new TestTime(World.Start), ct: Ct);

        using var answer = await bot.Http.GetAsync(new Uri("api/catalog.csv", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("RetroBot:Web:Audience", await ProblemAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_format_is_not_found_and_the_problem_names_those_that_are()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);

        using var answer = await seat.GetAsync("api/catalog.pdf", seat.Token(), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("csv, json, xlsx", await ProblemAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_owner_s_haste_is_limited_and_hinders_no_other()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        var (hasty, other) = (seat.Token(), seat.Token());

        var answers = new List<HttpStatusCode>();
        for (var request = 0; request <= ApiCallers.PerMinute; request++) answers.Add(await StatusAsync(seat, hasty, "api/catalog.pdf"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.All(answers[..^1], answer => Assert.Equal(HttpStatusCode.NotFound, answer));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(seat, other));
    }

    [Fact]
    public async Task Storage_that_is_out_of_reach_is_told_before_a_byte_of_the_file()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct, gate.ConnectionString);
        gate.Shut();

        using var answer = await seat.GetAsync("api/catalog.csv", seat.Token(), Ct);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Storage", await ProblemAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_carries_a_token_a_person_or_a_word_of_a_case_study()
    {
        await using var seat = await OwnersSeat.StartAsync(emulator, Ct);
        await seat.PublishAsync([SampleStudies.Published(seat.Team("blue"), 1, title: "canary in the title", howToTry: "canary in the recipe")], Ct);
        var person = Guid.NewGuid();
        var tokens = new[] { TokenFlaw.None, TokenFlaw.Expired, TokenFlaw.StolenKeyId }.Select(flaw => seat.Entra.Mint(seat.Tenant, OwnersSeat.Audience, person, [OwnersSeat.Role], flaw)).ToList();
        foreach (var token in tokens) await StatusAsync(seat, token);

        var log = string.Join('\n', seat.Bot.Log.Lines.Select(line => line.Text));

        Assert.Contains("was refused", log, StringComparison.Ordinal);
        Assert.All(tokens, token => Assert.DoesNotContain(token.Split('.')[1], log, StringComparison.Ordinal));
        Assert.DoesNotContain(person.ToString(), log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary", log, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(OwnersSeat seat, string? token, string path = "api/catalog.csv")
    {
        using var answer = await seat.GetAsync(path, token, Ct);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> RefusedAsync(OwnersSeat seat, string? token, HttpStatusCode status)
    {
        var answer = await seat.GetAsync("api/catalog.csv", token, Ct);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(await ProblemAsync(answer));
        return answer;
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
