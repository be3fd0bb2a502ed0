using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Upgrades;

/// <summary>Two versions of the service, each in a process of its own, over the same storage and the same simulated Teams; teams of one tenant, and what their people press at either.</summary>
internal sealed class Rollout : IAsyncDisposable
{
    /// <summary>By the machine's clock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>By the machine's clock: longer than an instance that is at work sends nothing.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>By the versions' own clock: longer than it takes until a team is looked after again whose cards nobody sends.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(80);

    private readonly SharedClock clock = new();
    private readonly MadeTeams made;
    private readonly SimulatedTenant tenant;
    private readonly string prefix = StorageEmulator.NewPrefix();
    private readonly ConcurrentDictionary<SimulatedPerson, JsonElement> shown = new();
    private readonly ConcurrentDictionary<SimulatedPerson, Outcome> given = new();

    private Rollout(MadeTeams made, string? leaving, string? coming)
    {
        (this.made, tenant) = (made, made.Teams.AddTenant());
        string[] settings = [$"--Storage:ConnectionString={made.Storage}", $"--Storage:TablePrefix={prefix}", made.MasterKeySetting];
        (Leaving, Coming) = (new RunningService(settings, clock, build: leaving), new RunningService(settings, clock, build: coming));
    }

    public TeamsSimulator Teams => made.Teams;

    public RunningService Leaving { get; }

    public RunningService Coming { get; }

    /// <summary>What people have answered last and not deleted, as far as RetroBot said that it kept it.</summary>
    public IReadOnlyDictionary<SimulatedPerson, Outcome> Given => given;

    /// <param name="leaving">The <c>RetroBot.Host.dll</c> of the version that ends; null for this one.</param>
    /// <param name="coming">Of that which takes over.</param>
    public static async Task<Rollout> MakeAsync(StorageEmulator emulator, string? leaving, string? coming, CancellationToken ct) =>
        new(await MadeTeams.MakeAsync(emulator, ct), leaving, coming);

    /// <summary>A new team adds RetroBot and opens its round.</summary>
    public async Task<SimulatedTeam> OpenAsync(string name, int people, RunningService at, CancellationToken ct)
    {
        var team = tenant.AddTeam(name);
        for (var member = 1; member <= people; member++) team.AddPerson($"Member {member} of {name}");
        var lead = new TeamsClient(Teams, team.Members[0], at.Http);
        foreach (var answer in await lead.InstallInTeamAsync(team, ct: ct)) AssertFine(answer);
        AssertFine(await lead.SayInChannelAsync(team.General, "open now", ct: ct));
        return team;
    }

    /// <summary>Waits until everybody has a check-in card.</summary>
    public Task CardsAsync(SimulatedTeam team, CancellationToken ct) => CardsAsync(team, team.Members.Count, ct);

    /// <summary>
    /// Waits until so many have one. While none comes, time is set forward: what an instance left to another, or had begun when it ended, may wait for many seconds until somebody looks. This is about what becomes of it, and not when.
    /// </summary>
    public async Task CardsAsync(SimulatedTeam team, int people, CancellationToken ct)
    {
        var cards = Teams.WaitForAsync(() => Have() >= people, Patience, ct);
        for (var had = 0; await Task.WhenAny(cards, Task.Delay(Quiet, TimeProvider.System, ct)) != cards; had = Have())
            if (had == Have()) await clock.AdvanceAsync(Jump, ct);
        await cards;

        int Have() => team.Members.Count(person => CardsOf(person).Any());
    }

    /// <summary>Every check-in card in somebody's chat.</summary>
    public IEnumerable<ReceivedActivity> CardsOf(SimulatedPerson person) => Teams.Inbox(person).Where(received => CheckInName.Of(received) is not null);

    /// <summary>From the question to the answer that is kept; whoever has answered asks for the question again.</summary>
    /// <param name="first">Where the outcome is pressed.</param>
    /// <param name="second">Where the second step is pressed, if there is one.</param>
    public async Task AnswerAsync(SimulatedPerson person, Outcome outcome, RunningService first, RunningService second, CancellationToken ct)
    {
        await ChooseAsync(person, outcome, first, ct);
        if (Shows(person, CheckInDetailsCard.Verb)) await FinishAsync(person, outcome, second, ct);
        else Kept(person, outcome);
    }

    /// <summary>The first step alone.</summary>
    public async Task ChooseAsync(SimulatedPerson person, Outcome outcome, RunningService at, CancellationToken ct)
    {
        if (Shows(person, CheckInCard.OpenVerb)) await PressAsync(person, CardAction.Find(CardOf(person), CheckInCard.OpenVerb), typed: null, at, ct);
        var name = JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
        await PressAsync(person, CardAction.Find(CardOf(person), CheckInCard.Verb, data => data.GetProperty("outcome").ValueEquals(name)), typed: null, at, ct);
    }

    /// <summary>The second step of what was chosen.</summary>
    public async Task FinishAsync(SimulatedPerson person, Outcome outcome, RunningService at, CancellationToken ct)
    {
        await PressAsync(person, CardAction.Find(CardOf(person), CheckInDetailsCard.Verb), Answer.AsksMore(outcome) ? World.Details : null, at, ct);
        Kept(person, outcome);
    }

    public async Task DeleteAsync(SimulatedPerson person, RunningService at, CancellationToken ct)
    {
        await PressAsync(person, CardAction.Find(CardOf(person), AnswerDeletedCard.Verb), typed: null, at, ct);
        Assert.True(Shows(person, CheckInCard.OpenVerb) && !Shows(person, AnswerDeletedCard.Verb), $"{CardOf(person)}");
        given.Remove(person, out _);
    }

    /// <returns>The digest, as it stands in the channel.</returns>
    public async Task<ReceivedActivity> CloseAsync(SimulatedTeam team, RunningService at, CancellationToken ct)
    {
        AssertFine(await new TeamsClient(Teams, team.Members[0], at.Http).SayInChannelAsync(team.General, "close now", ct: ct));
        // A notice becomes the digest.
        return await Teams.WaitForAsync(team.General, post => post.Versions > 1, Patience, ct);
    }

    /// <summary>Everything that lies in storage.</summary>
    public Task<TableSnapshot> StoredAsync(CancellationToken ct) => TableSnapshot.TakeAsync(made.Storage, prefix, ct);

    public async ValueTask DisposeAsync()
    {
        // Shown where the test fails.
        TestContext.Current.TestOutputHelper?.WriteLine($"{this}");
        await Leaving.DisposeAsync();
        await Coming.DisposeAsync();
        await clock.DisposeAsync();
        await made.DisposeAsync();
    }

    public override string ToString() => $"The version that ended wrote:{Environment.NewLine}{Leaving.Output}{Environment.NewLine}The version that took over wrote:{Environment.NewLine}{Coming.Output}";

    /// <summary>As somebody sees it now: as it came, or what the last press has made of it.</summary>
    private JsonElement CardOf(SimulatedPerson person) => shown.GetOrAdd(person, _ => CardsOf(person).Single().Card!.Value);

    private bool Shows(SimulatedPerson person, string verb) => CardAction.AllOn(CardOf(person)).Any(action => action.Verb == verb);

    private async Task PressAsync(SimulatedPerson person, CardAction button, Dictionary<string, string>? typed, RunningService at, CancellationToken ct)
    {
        var press = new ActivityComposer(Teams, person).CardInvoke(CardsOf(person).Single(), button.Title, button.Verb, button.DataWith(typed));
        var answer = await at.PostAsync(press, ct);
        AssertFine(answer);
        shown[person] = answer!.Card ?? throw new InvalidOperationException($"No card: {answer.Text}");
    }

    private void Kept(SimulatedPerson person, Outcome outcome)
    {
        Assert.True(Shows(person, AnswerDeletedCard.Verb), $"{CardOf(person)}");
        given[person] = outcome;
    }

    private static void AssertFine(BotAnswer? answer) =>
        Assert.True(answer?.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{(int?)answer?.Status} {answer?.Text}");
}
