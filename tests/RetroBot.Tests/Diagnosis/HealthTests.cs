using System.Net;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Rest;
using NodaTime;
using NodaTime.Extensions;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Diagnosis;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Diagnosis;

/// <summary>What the platform and its operator ask of the service as a whole.</summary>
public sealed class HealthTests(StorageEmulator emulator)
{
    private static readonly CheckSubject[] OfService = [CheckSubject.Storage, CheckSubject.MasterKey, CheckSubject.Identity, CheckSubject.SigningKeys, CheckSubject.Clock];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_well_says_so_of_each_thing_it_needs()
    {
        // The emulator goes by the machine's clock.
        await using var world = await World.StartAsync(emulator, members: 1, Ct, start: TimeProvider.System.GetUtcNow());

        var (status, answer) = await AskAsync(world.Bot, Health.ReadyPath);
        using var _ = answer;

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("healthy", answer.RootElement.GetProperty("status").GetString());
        Assert.Equal(OfService.Select(CatalogWords.Of), answer.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()).Order(OrderOf));
        Assert.All(answer.RootElement.GetProperty("checks").EnumerateArray(), check => Assert.Equal("healthy", check.GetProperty("status").GetString()));
        Assert.Contains("Not needed", Says(answer, CheckSubject.Identity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_storage_is_silent_the_process_lives_and_is_not_ready_and_says_what_to_look_at_until_it_is_well_again()
    {
        var storage = new SwitchedStorage { IsSilent = true };
        await using var world = await World.StartAsync(emulator, members: 1, Ct, change: services => services.Replace(ServiceDescriptor.Singleton<IStorageProbe>(storage)));

        var (alive, live) = await AskAsync(world.Bot, Health.LivePath);
        var (unready, ready) = await AskAsync(world.Bot, Health.ReadyPath);
        storage.IsSilent = false;
        var (still, remembered) = await AskAsync(world.Bot, Health.ReadyPath);
        world.Time.Advance(TimeSpan.FromSeconds(10));
        var (well, again) = await AskAsync(world.Bot, Health.ReadyPath);
        using var all = new All(live, ready, remembered, again);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (alive, unready, still, well));
        Assert.Equal("unhealthy", ready.RootElement.GetProperty("status").GetString());
        Assert.Contains("Storage Table Data Contributor", Says(ready, CheckSubject.Storage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_ask_at_once_it_is_looked_once()
    {
        var storage = new SwitchedStorage();
        await using var world = await World.StartAsync(emulator, members: 1, Ct, change: services => services.Replace(ServiceDescriptor.Singleton<IStorageProbe>(storage)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(world.Bot, Health.ReadyPath)));
        using var all = new All([.. answers.Select(answer => answer.Answer)]);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        // Once for storage itself, once for the clock.
        Assert.Equal(2, storage.Touched);
    }

    [Fact]
    public async Task A_registered_bot_that_Entra_and_the_Bot_Framework_answer_is_well()
    {
        // Only the tests' own client trusts the authority's certificate.
        World? started = null;
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct, change: services => services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => started!.Authority.Handler())));
        started = world;

        var (_, answer) = await AskAsync(world.Bot, Health.ReadyPath);
        using var _2 = answer;

        Assert.Contains("Entra gives the token", Says(answer, CheckSubject.Identity), StringComparison.Ordinal);
        Assert.Contains("signing keys can be read", Says(answer, CheckSubject.SigningKeys), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_secret_and_a_closed_firewall_are_told_with_what_to_do_and_Entras_own_words_are_for_the_log()
    {
        await using var world = await World.StartSignedAsync(emulator, members: 1, Ct, change: services => services.AddSingleton<BotFrameworkAuthentication>(provider => new Microsoft.Bot.Builder.Integration.AspNet.Core.ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(), new NoToken(), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>())));

        // The keys' address is https with a certificate that only the tests' own client trusts: for any other it is out of reach.
        var (status, answer) = await AskAsync(world.Bot, Health.ReadyPath);
        using var _ = answer;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("has not expired", Says(answer, CheckSubject.Identity), StringComparison.Ordinal);
        Assert.Contains("login.botframework.com", Says(answer, CheckSubject.SigningKeys), StringComparison.Ordinal);
        Assert.DoesNotContain("AADSTS", answer.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(world.Bot.Log.Lines, line => line.Text.Contains("AADSTS7000222", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_a_check_of_the_service_can_say_has_words_for_an_operator()
    {
        CheckMessage[] said =
        [
            CheckMessage.StorageAnswers, CheckMessage.StorageSilent, CheckMessage.StorageTooNew, CheckMessage.MasterKeyThere, CheckMessage.MasterKeyOutOfReach, CheckMessage.MasterKeyMissing, CheckMessage.NothingIsSigned, CheckMessage.IdentityKnown,
            CheckMessage.IdentityRefused, CheckMessage.SigningKeysThere, CheckMessage.SigningKeysOutOfReach, CheckMessage.ClockRight, CheckMessage.StorageClockDiffers, CheckMessage.TeamsClockDiffers, CheckMessage.TookTooLong, CheckMessage.CheckFailed,
        ];

        Assert.Equal(said.Length, said.Select(message => HealthWords.Of(CheckSubject.Clock, message)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Enum.GetValues<CheckMessage>().Except(said), message => Assert.Throws<ArgumentOutOfRangeException>(() => HealthWords.Of(CheckSubject.Clock, message)));
    }

    private static Comparer<string?> OrderOf => Comparer<string?>.Create((one, other) => Array.FindIndex(OfService, subject => CatalogWords.Of(subject) == one).CompareTo(Array.FindIndex(OfService, subject => CatalogWords.Of(subject) == other)));

    private static string Says(JsonDocument answer, CheckSubject subject) =>
        answer.RootElement.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("check").ValueEquals(CatalogWords.Of(subject))).GetProperty("says").GetString()!;

    private static async Task<(HttpStatusCode Status, JsonDocument Answer)> AskAsync(RunningBot bot, string path)
    {
        using var answer = await bot.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(Ct), cancellationToken: Ct));
    }

    private sealed class SwitchedStorage : IStorageProbe
    {
        private int touched;

        public bool IsSilent { get; set; }

        public int Touched => touched;

        public Task<Instant?> TouchAsync(CancellationToken ct)
        {
            Interlocked.Increment(ref touched);
            return IsSilent ? throw new StorageUnavailableException("Scripted.") : Task.FromResult<Instant?>(World.Start.ToInstant());
        }
    }

    /// <summary>As Entra answers for a secret that has expired.</summary>
    private sealed class NoToken : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
            throw new UnauthorizedAccessException("AADSTS7000222: The provided client secret keys for app are expired.");
    }

    private sealed class All(params JsonDocument[] documents) : IDisposable
    {
        public void Dispose()
        {
            foreach (var document in documents) document.Dispose();
        }
    }
}
