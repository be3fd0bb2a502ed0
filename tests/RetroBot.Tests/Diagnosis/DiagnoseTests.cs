using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RetroBot.Cards.Diagnosis;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Host.Deliveries;
using RetroBot.Host.Diagnosis;
using RetroBot.Host.Rounds;
using RetroBot.Simulation.Connector;
using RetroBot.Tests.CaseStudies;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Diagnosis;

/// <summary><c>diagnose</c>: a lead learns what works, what does not, and what to do.</summary>
public sealed class DiagnoseTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_team_that_is_well_everything_works()
    {
        // The emulator goes by the machine's clock.
        await using var world = await World.StartAsync(emulator, members: 6, Ct, start: TimeProvider.System.GetUtcNow());
        await SetUpAsync(world, zone: "Asia/Tokyo", threshold: 6);

        var card = await DiagnoseAsync(world);

        Assert.Contains("Everything that I can check works.", card, StringComparison.Ordinal);
        Assert.Contains("Members that I can ask: 6.", card, StringComparison.Ordinal);
        Assert.Matches(@"The next round opens on .* \(Asia/Tokyo; \d\d:\d\d UTC\)", card);
        Assert.All(Enum.GetValues<CheckSubject>(), subject => Assert.Contains(LineOf(subject, "works"), card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_storage_is_silent_it_says_so()
    {
        await using var gate = new StorageGate(await emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(emulator, members: 3, Ct, gate.ConnectionString);
        await world.InstallAsync(Ct);

        gate.Shut();
        await world.Lead.SayInChannelAsync(world.Team.General, "diagnose", ct: Ct);

        Assert.Contains("My storage doesn't answer at the moment", CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_no_lead_is_told_so_and_nothing_else()
    {
        await using var world = await World.StartAsync(emulator, members: 3, Ct);
        await world.InstallAsync(Ct);

        await world.As(world.Team.Members[1]).SayInChannelAsync(world.Team.General, "diagnose", ct: Ct);

        var card = CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);
        Assert.Contains("Only a lead", card, StringComparison.Ordinal);
        Assert.DoesNotContain("works", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_throws_and_one_that_hangs_are_lines_like_any_other_and_meanwhile_RetroBot_is_seen_to_type()
    {
        var hanging = new Hanging();
        await using var world = await World.StartAsync(emulator, members: 6, Ct, change: services => services
            .Replace(ServiceDescriptor.Singleton<IStorageProbe, PromptStorage>()).RemoveAll<ICheck>().AddSingleton<ICheck, StorageCheck>().AddSingleton<ICheck, Throwing>().AddSingleton<ITeamCheck>(hanging));
        await SetUpAsync(world);

        var answer = DiagnoseAsync(world);
        await hanging.Asked.WaitAsync(Ct);
        world.Time.Advance(TimeSpan.FromSeconds(2));
        await world.Teams.WaitForAsync(() => Typing(world) == 1, TimeSpan.FromSeconds(30), Ct);
        world.Time.Advance(TimeSpan.FromSeconds(7));
        var card = await answer;

        Assert.Equal(1, Typing(world));
        Assert.Contains("I could not find out", card, StringComparison.Ordinal);
        Assert.Contains("It took too long to find out", card, StringComparison.Ordinal);
        Assert.Contains("It can be read and written.", card, StringComparison.Ordinal);
        Assert.Contains(world.Bot.Log.Lines, line => line.Text.Contains("Scripted.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Storage_that_takes_nothing_is_told_with_what_to_do()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct, change: services => services.Replace(ServiceDescriptor.Singleton<IStorageProbe, NoStorage>()));
        await SetUpAsync(world);

        var card = await DiagnoseAsync(world);

        Assert.Contains("Something doesn't work.", card, StringComparison.Ordinal);
        Assert.Contains(LineOf(CheckSubject.Storage, "doesn't work"), card, StringComparison.Ordinal);
        Assert.Contains("no answer can be saved now. Ask whoever runs RetroBot", card, StringComparison.Ordinal);
        Assert.Contains(LineOf(CheckSubject.Teams, "works"), card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", "doesn't work", "Ask a Teams administrator")]
    [InlineData(401, "BotNotRegistered", "doesn't work", "whoever runs RetroBot whether it is registered")]
    [InlineData(429, "Throttled", "needs attention", "Teams asks for patience")]
    public async Task A_Teams_that_does_not_give_the_roster_is_told_with_what_to_do(int status, string code, string state, string advice)
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await SetUpAsync(world);
        world.Teams.Faults.Add(status == 429 ? Fault.Throttles(TimeSpan.FromMinutes(1)) : Fault.Refuses(status, code), on: request => request.IsRosterRead, times: int.MaxValue);

        var card = await DiagnoseAsync(world);

        Assert.Contains(LineOf(CheckSubject.Teams, state), card, StringComparison.Ordinal);
        Assert.Contains(advice, card, StringComparison.Ordinal);
        Assert.Contains(LineOf(CheckSubject.Storage, "works"), card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_out_of_reach_are_counted_by_reason_and_nobody_is_named()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await SetUpAsync(world);
        var (blocker, without) = (world.Team.Members[2], world.Team.Members[3]);
        (blocker.HasBlockedTheBot, without.LacksTheApp) = (true, true);
        await world.OpenInstalledAsync(Ct);

        var card = await DiagnoseAsync(world);

        Assert.Contains(LineOf(CheckSubject.Reach, "needs attention"), card, StringComparison.Ordinal);
        Assert.Contains("Blocked RetroBot: 1.", card, StringComparison.Ordinal);
        Assert.Contains("Don't have the app: 1.", card, StringComparison.Ordinal);
        var whole = world.Teams.Posts(world.Team.General)[^1].Card!.Value.GetRawText();
        Assert.All((string[])[blocker.Name, without.Name, blocker.ObjectId.ToString(), blocker.Id, without.ObjectId.ToString(), without.Id], known => Assert.DoesNotContain(known, whole, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cards_that_wait_and_a_team_that_nobody_looks_after_are_told()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await SetUpAsync(world);
        await world.Lead.SayInChannelAsync(world.Team.General, "open now", ct: Ct);
        await world.Bot.Services.GetRequiredService<RoundWorker>().RunOnceAsync(Ct);

        Assert.Contains("Cards are being sent.", await DiagnoseAsync(world), StringComparison.Ordinal);
        world.Bot.Services.GetRequiredService<ChannelPace>().Pause(new TenantId(world.Team.Tenant.Id.ToString()), Duration.FromMinutes(3));
        Assert.Contains("Teams asks for patience until", await DiagnoseAsync(world), StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromMinutes(4));
        var later = await DiagnoseAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Contains(LineOf(CheckSubject.Sending, "doesn't work"), later, StringComparison.Ordinal);
        Assert.Contains("Cards have waited since Monday 16 November, 12:00 (UTC), and nothing sends them.", later, StringComparison.Ordinal);
        Assert.Contains(LineOf(CheckSubject.Schedule, "doesn't work"), await DiagnoseAsync(world), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 5, "The team has fewer than 5 members, so its digest will never show a number.")]
    [InlineData(6, 9, "Numbers need 9 answers, and the team has fewer members: none will ever be shown.")]
    public async Task A_threshold_that_the_team_can_never_reach_is_told(int members, int threshold, string told)
    {
        await using var world = await World.StartAsync(emulator, members, Ct);
        await SetUpAsync(world, threshold: threshold);

        Assert.Contains(told, await DiagnoseAsync(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_surprises_is_told()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.InstallAsync(Ct);

        var card = await DiagnoseAsync(world);

        Assert.Contains("There is only one lead.", card, StringComparison.Ordinal);
        Assert.Contains("No round opens by itself before a lead has written setup.", card, StringComparison.Ordinal);
        // The world's clock and the machine's are days apart.
        Assert.Contains("It differs from that of storage by more than two minutes", card, StringComparison.Ordinal);
        Assert.Contains("It differs from that of Teams by more than two minutes", card, StringComparison.Ordinal);
    }

    private static async Task SetUpAsync(World world, string zone = "UTC", int threshold = 5)
    {
        await world.InstallAsync(Ct);
        await world.SetUpAsync(new(StringComparer.Ordinal) { ["zone"] = zone, ["threshold"] = $"{threshold}", ["leads"] = world.Team.Members[1].ObjectId.ToString() }, Ct);
        await world.Bot.WorkAsync(Ct);
    }

    private static async Task<string> DiagnoseAsync(World world)
    {
        await world.Lead.SayInChannelAsync(world.Team.General, "diagnose", ct: Ct);
        return CardText.Of(world.Teams.Posts(world.Team.General)[^1].Card);
    }

    private static int Typing(World world) => world.Teams.Posts(world.Team.General).Count(post => post.Type == "typing");

    private static string LineOf(CheckSubject subject, string state) => $"{SubjectOf(subject)}: {state}";

    private static string SubjectOf(CheckSubject subject) => subject switch
    {
        CheckSubject.MasterKey => "Keys",
        CheckSubject.Identity => "Sign-in to Teams",
        CheckSubject.SigningKeys => "Messages from Teams",
        CheckSubject.Teams => "Connection to Teams",
        CheckSubject.Channel => "This channel",
        CheckSubject.Sending => "Cards",
        CheckSubject.Reach => "People",
        _ => subject.ToString(),
    };

    /// <summary>It has answered before the last check is asked.</summary>
    private sealed class PromptStorage : IStorageProbe
    {
        public Task<Instant?> TouchAsync(CancellationToken ct) => Task.FromResult<Instant?>(null);
    }

    private sealed class NoStorage : IStorageProbe
    {
        public Task<Instant?> TouchAsync(CancellationToken ct) => throw new StorageUnavailableException("Scripted.");
    }

    private sealed class Throwing : ICheck
    {
        public CheckSubject Subject => CheckSubject.MasterKey;

        public Task<Finding> LookAsync(CancellationToken ct) => throw new InvalidOperationException("Scripted.");
    }

    /// <summary>Heeds no wish to give up.</summary>
    private sealed class Hanging : ITeamCheck
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public CheckSubject Subject => CheckSubject.Teams;

        public Task<Finding> LookAsync(Core.Rounds.Team team, CancellationToken ct)
        {
            asked.SetResult();
            return new TaskCompletionSource<Finding>().Task;
        }
    }
}
