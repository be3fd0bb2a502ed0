using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using RetroBot.Host.Web;
using RetroBot.Simulation.Tokens;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>People sign in with their browsers: sent to Entra, back with a token, and in.</summary>
public sealed class EntraSignInTests(StorageEmulator emulator)
{
    private const string Client = "0a1b2c3d-0000-4000-8000-0000000000c1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Those that only the Bot Framework's tokens can have are left out.</summary>
    public static TheoryData<TokenFlaw> Flaws => [.. Enum.GetValues<TokenFlaw>().Except([TokenFlaw.None, TokenFlaw.OtherServiceUrl, TokenFlaw.WithoutServiceUrl])];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_back_with_a_token_is_in_on_the_page_that_they_wanted(bool isOwner)
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var visitor = Visitor(bot);
        var sent = await BeginAsync(visitor, "/catalog?q=release");

        using var back = await ReturnAsync(visitor, sent["state"]!, entra.Mint(Tenant, Client, Guid.NewGuid(), isOwner ? [OwnersSeat.Role] : [], nonce: sent["nonce"]));

        Assert.Equal((HttpStatusCode.Redirect, "/catalog?q=release"), (back.StatusCode, back.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "catalog"));
        Assert.Equal(isOwner ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(visitor, "catalog/export.csv"));
    }

    [Fact]
    public async Task Entra_is_asked_for_an_ID_token_in_a_form_and_for_nothing_else()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var visitor = Visitor(bot);

        var sent = await BeginAsync(visitor, "/catalog");

        Assert.Equal(
            (Client, "id_token", "form_post", "openid profile", $"{bot.Http.BaseAddress}sign-in/entra"),
            (sent["client_id"], sent["response_type"], sent["response_mode"], sent["scope"], sent["redirect_uri"]));
        Assert.Equal(64, sent["nonce"]!.Length);
        Assert.NotEqual(sent["nonce"], (await BeginAsync(visitor, "/catalog"))["nonce"]);
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task A_flawed_token_lets_nobody_in(TokenFlaw flaw)
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var visitor = Visitor(bot);
        var sent = await BeginAsync(visitor, "/catalog");

        await RefusedAsync(visitor, sent["state"]!, entra.Mint(Tenant, Client, Guid.NewGuid(), [OwnersSeat.Role], flaw, sent["nonce"]));
    }

    [Fact]
    public async Task A_token_of_another_sign_in_application_or_tenant_lets_nobody_in()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        string Token(string? nonce, string client = Client, Guid? tenant = null) => entra.Mint(tenant ?? Tenant, client, Guid.NewGuid(), [OwnersSeat.Role], nonce: nonce);
        Func<string, string>[] wrong = [nonce => Token(nonce: null), nonce => Token(new string('0', 64)), nonce => Token(nonce, client: OwnersSeat.Audience), nonce => Token(nonce, tenant: Guid.NewGuid()), _ => "a.b.c", _ => ""];

        foreach (var token in wrong)
        {
            using var visitor = Visitor(bot);
            var sent = await BeginAsync(visitor, "/catalog");
            await RefusedAsync(visitor, sent["state"]!, token(sent["nonce"]!));
        }
    }

    [Fact]
    public async Task Nobody_is_signed_in_as_somebody_else_by_a_form_that_another_began()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var attacker = Visitor(bot);
        using var victim = Visitor(bot);
        var sent = await BeginAsync(attacker, "/catalog");
        var token = entra.Mint(Tenant, Client, Guid.NewGuid(), [OwnersSeat.Role], nonce: sent["nonce"]);

        await RefusedAsync(victim, sent["state"]!, token);
        await BeginAsync(victim, "/catalog");
        await RefusedAsync(victim, sent["state"]!, token);
    }

    [Fact]
    public async Task A_sign_in_can_be_used_once()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var visitor = Visitor(bot);
        var sent = await BeginAsync(visitor, "/catalog");
        var token = entra.Mint(Tenant, Client, Guid.NewGuid(), [], nonce: sent["nonce"]);
        using var first = await ReturnAsync(visitor, sent["state"]!, token);

        using var second = await ReturnAsync(visitor, sent["state"]!, token);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Where_people_sign_in_with_Entra_there_is_no_way_in_without_a_password()
    {
        await using var entra = await EntraAuthority.StartAsync(TimeProvider.System, Ct);
        await using var bot = await StartAsync(entra);
        using var visitor = Visitor(bot);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, "sign-in/local"));
        using var posted = await visitor.PostAsync(new Uri("sign-in/local", UriKind.Relative), new FormUrlEncodedContent([new("as", "owner")]), Ct);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    private static Guid Tenant { get; } = Guid.NewGuid();

    private async Task<RunningBot> StartAsync(EntraAuthority entra)
    {
        var settings = OwnersSeat.Settings(entra, Tenant);
        (settings["RetroBot:Web:ClientId"], settings["RetroBot:Web:Readers"]) = (Client, "everyone");
        return await RunningBot.StartAsync(await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix(), TimeProvider.System, settings, change: OwnersSeat.Trusting(entra), ct: Ct);
    }

    /// <summary>The service is spoken to over http here, where a browser keeps its sealed cookies for https: they are carried by hand.</summary>
    private static HttpClient Visitor(RunningBot bot) => new(new CookiesByHand { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } }) { BaseAddress = bot.Http.BaseAddress };

    private static async Task<Dictionary<string, string?>> BeginAsync(HttpClient visitor, string next)
    {
        using var answer = await visitor.GetAsync(new Uri($"sign-in?next={Uri.EscapeDataString(next)}", UriKind.Relative), Ct);
        var there = answer.Headers.Location!;
        Assert.EndsWith($"/{Tenant}/oauth2/v2.0/authorize", there.AbsolutePath, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(there.Query).ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value, StringComparer.Ordinal);
    }

    private static Task<HttpResponseMessage> ReturnAsync(HttpClient visitor, string state, string token) =>
        visitor.PostAsync(new Uri(EntraSignIn.ReturnPath, UriKind.Relative), new FormUrlEncodedContent([new("state", state), new("id_token", token)]), Ct);

    private static async Task RefusedAsync(HttpClient visitor, string state, string token)
    {
        using var answer = await ReturnAsync(visitor, state, token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("You are not signed in", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(visitor, "catalog"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return answer.StatusCode;
    }
}
