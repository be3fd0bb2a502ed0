using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetroBot.Cards.CheckIns;
using RetroBot.Host.Rounds;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Privacy.Vault;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Privacy;

/// <summary>The master key is replaced while rounds are open, or goes missing: no round is lost, and no other team notices.</summary>
public sealed class MasterKeyRotationTests(StorageEmulator emulator) : IAsyncLifetime
{
    private readonly TestTime vaultTime = new(World.Start);
    private SimulatedVault vault = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rounds_that_are_open_go_on_under_the_old_key_and_new_ones_are_under_the_new()
    {
        await using var world = await StartAsync();
        var later = world.Beside(members: 6);
        await world.OpenAsync(Ct);
        await AnswerAsync(world, world.Team.Members.Take(3));

        Replace();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await later.OpenAsync(Ct);
        Assert.Equal(2, (await MasterKeysAsync(world)).Distinct(StringComparer.Ordinal).Count());
        await AnswerAsync(world, world.Team.Members.Skip(3));
        await AnswerAsync(later, later.Team.Members);
        await world.CloseAsync(Ct);
        await later.CloseAsync(Ct);

        Assert.Empty(await MasterKeysAsync(world));
        Assert.All([world, later], team => Assert.Contains("5–9 people answered", DigestOf(team), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_has_not_seen_the_new_key_yet_opens_what_another_wrapped_under_it()
    {
        await using var world = await StartAsync();
        Replace();
        await using var other = await SecondInstanceAsync(world);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await other.WorkAsync(Ct);

        await AnswerAsync(world, world.Team.Members);

        Assert.Equal(6, (await world.AnswerRowsAsync(Ct)).Count);
    }

    [Fact]
    public async Task A_key_that_was_disabled_too_early_holds_up_its_own_rounds_only_and_loses_nothing()
    {
        await using var world = await StartAsync();
        var beside = world.Beside(members: 6);
        await world.OpenAsync(Ct);
        await AnswerAsync(world, world.Team.Members.Skip(1));
        var needed = Assert.Single(await MasterKeysAsync(world));
        var disabled = vault.Secret.Latest;
        Replace();
        disabled.Enabled = false;
        await using var next = await SecondInstanceAsync(world);
        await beside.InstallAsync(Ct);
        await beside.Lead.SayInChannelAsync(beside.Team.General, "open now", ct: Ct);
        await next.WorkAsync(Ct);
        var person = new TeamsClient(world.Teams, world.Lead.Person, next.Http);
        var card = world.CardOf(person.Person);

        // Who presses is asked to try again; in the other team nothing is different.
        var refused = await World.ChooseAsync(person, card, "nothingToReport", Ct);
        Assert.Equal(System.Net.HttpStatusCode.OK, refused.Status);
        foreach (var member in beside.Team.Members) await World.ChooseAsync(new TeamsClient(world.Teams, member, next.Http), beside.CardOf(member), "nothingToReport", Ct);
        Assert.Equal(11, (await world.AnswerRowsAsync(Ct)).Count);

        // The other team's round closes; this one waits, and the operator is told why.
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);
        await beside.Lead.SayInChannelAsync(beside.Team.General, "close now", ct: Ct);
        await next.WorkAsync(Ct);
        Assert.Contains("5–9 people answered", DigestOf(beside), StringComparison.Ordinal);
        Assert.Equal([needed], await MasterKeysAsync(world), StringComparer.Ordinal);
        var told = next.Log.Lines.Where(line => line.Level == LogLevel.Error && line.Text.Contains($"Master key {needed} is needed", StringComparison.Ordinal)).ToList();
        Assert.Contains(told, line => line.Category.EndsWith(nameof(RoundWorker), StringComparison.Ordinal) && line.Text.Contains("az keyvault secret set-attributes", StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Text.Contains(person.Person.ObjectId.ToString(), StringComparison.OrdinalIgnoreCase));

        disabled.Enabled = true;
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await next.WorkAsync(Ct);
        Assert.Contains("5–9 people answered", DigestOf(world), StringComparison.Ordinal);
        Assert.Empty(await MasterKeysAsync(world));
    }

    [Fact]
    public async Task Whoever_was_asked_to_try_again_does_so_with_one_press_once_the_key_is_back()
    {
        await using var world = await StartAsync();
        await world.OpenAsync(Ct);
        var disabled = vault.Secret.Latest;
        Replace();
        disabled.Enabled = false;
        await using var next = await SecondInstanceAsync(world);
        var person = new TeamsClient(world.Teams, world.Lead.Person, next.Http);
        var refused = await World.ChooseAsync(person, world.CardOf(person.Person), "nothingToReport", Ct);
        Assert.Empty(await world.AnswerRowsAsync(Ct));

        disabled.Enabled = true;
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await person.PressAsync(world.CardOf(person.Person), refused.Card!.Value, CheckInCard.Verb, ct: Ct);

        Assert.Single(await world.AnswerRowsAsync(Ct));
    }

    [Fact]
    public async Task Cards_that_cannot_be_made_without_the_key_are_sent_when_it_is_back_and_once()
    {
        await using var world = await StartAsync();
        var beside = world.Beside(members: 6);
        await world.InstallAsync(Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);
        var disabled = vault.Secret.Latest;
        Replace();
        disabled.Enabled = false;
        await using var next = await SecondInstanceAsync(world);
        await beside.InstallAsync(Ct);
        await beside.Lead.SayInChannelAsync(beside.Team.General, "open now", ct: Ct);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await next.WorkAsync(Ct);
        Assert.All(beside.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
        Assert.All(world.Team.Members, member => Assert.Empty(world.Teams.Inbox(member)));

        disabled.Enabled = true;
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await next.WorkAsync(Ct);
        Assert.All(world.Team.Members, member => Assert.Single(world.Teams.Inbox(member)));
    }

    [Fact]
    public async Task A_vault_that_is_gone_for_a_while_is_missed_by_nobody()
    {
        await using var world = await StartAsync();
        await world.OpenAsync(Ct);
        vault.IsGone = true;

        world.Time.Advance(TimeSpan.FromHours(1));
        await AnswerAsync(world, world.Team.Members);
        await world.CloseAsync(Ct);
        Assert.Contains("5–9 people answered", DigestOf(world), StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromDays(7));
        await world.OpenInstalledAsync(Ct);

        Assert.All(world.Team.Members, member => Assert.Equal(2, world.Teams.Inbox(member).Count));
        Assert.Contains(world.Bot.Log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("cannot be reached", StringComparison.Ordinal));
    }

    public async ValueTask InitializeAsync()
    {
        vault = await SimulatedVault.StartAsync(vaultTime, Ct);
        vault.Secret.PutKey();
    }

    public ValueTask DisposeAsync() => vault.DisposeAsync();

    private Task<World> StartAsync() => World.StartAsync(emulator, members: 6, Ct, change: vault.Serve, settings: vault.Settings);

    private Task<RunningBot> SecondInstanceAsync(World world)
    {
        var settings = world.Bot.Services.GetRequiredService<IConfiguration>();
        return RunningBot.StartAsync(settings["Storage:ConnectionString"]!, settings["Storage:TablePrefix"]!, world.Time, vault.Settings, change: vault.Serve, ct: Ct);
    }

    private void Replace()
    {
        vaultTime.Advance(TimeSpan.FromSeconds(1));
        vault.Secret.PutKey();
    }

    private static async Task AnswerAsync(World world, IEnumerable<SimulatedPerson> people)
    {
        foreach (var person in people) await World.ChooseAsync(world.As(person), world.CardOf(person), "nothingToReport", Ct);
    }

    private static string DigestOf(World world) => world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();

    /// <summary>Under which keys the rounds in storage are, one entry a round.</summary>
    private static async Task<List<string>> MasterKeysAsync(World world) =>
        [.. (await world.RowsAsync("rounds", Ct)).Select(row => row.GetString("MasterKeyId")).OfType<string>()];
}
