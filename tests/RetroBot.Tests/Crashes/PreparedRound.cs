using System.Security.Cryptography;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Simulation;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Crashes;

/// <summary>A round that seven of eight people have answered, made once by the real service, to be closed many times from copies.</summary>
/// <remarks>A copy has tables and a channel of its own; tenant, team and round are the same, so that the round's key opens it.</remarks>
internal sealed class PreparedRound : IAsyncDisposable
{
    private static readonly TimeSpan Delivery = TimeSpan.FromMinutes(5);
    private static readonly Dictionary<string, string> Small = new(StringComparer.Ordinal) { ["time"] = "underFifteenMinutes", ["changes"] = "lessTedious", ["confidence"] = "guess" };
    private static readonly Dictionary<string, string> Large = new(StringComparer.Ordinal) { ["time"] = "overFourHours", ["changes"] = "fewerErrors,shippedSooner", ["confidence"] = "measured", ["tool"] = "Claude" };

    /// <summary>Every one is different, so that none can be lost or doubled unseen.</summary>
    private static readonly (string Outcome, Dictionary<string, string>? Details)[] Given =
    [
        ("helped", Small), ("helped", Large), ("costTime", Small), ("noDifference", Large), ("rightlyNotUsed", null), ("nothingToReport", null), ("notRelevant", null),
    ];

    /// <summary>How many gave each outcome.</summary>
    public static IReadOnlyDictionary<Outcome, int> Outcomes { get; } = Enum.GetValues<Outcome>().ToDictionary(
        outcome => outcome, outcome => Given.Count(answer => string.Equals(answer.Outcome, outcome.ToString(), StringComparison.OrdinalIgnoreCase)));

    private readonly string masterKey = Path.Combine(Path.GetTempPath(), $"retrobot-{Guid.NewGuid():N}.key");

    private PreparedRound(TeamsSimulator teams, SimulatedTeam team, string storage) => (Teams, Team, Storage) = (teams, team, storage);

    public TeamsSimulator Teams { get; }
    public SimulatedTeam Team { get; }
    public string Storage { get; }

    public SimulatedPerson Lead => Team.Members[0];

    /// <summary>As it lies in storage while it is open.</summary>
    public TableSnapshot Open { get; private set; } = null!;

    /// <summary>After a lead said "close now", before anything is done about it.</summary>
    public TableSnapshot Due { get; private set; } = null!;

    public string MasterKeySetting => $"--RetroBot:MasterKey:File={masterKey}";

    /// <summary>The sealed answers and the wrapped key: none may be found anywhere once the round is closed.</summary>
    public IEnumerable<byte[]> Secrets => Open.Of("rounds", "a").Concat(Open.Of("rounds", "r")).SelectMany(row => row.Select(column => column.Value).OfType<byte[]>());

    public static async Task<PreparedRound> MakeAsync(StorageEmulator emulator, CancellationToken ct)
    {
        var teams = await TeamsSimulator.StartAsync(ct: ct);
        var made = new PreparedRound(teams, teams.AddTenant().AddTeam("Product team"), await emulator.ConnectionStringAsync());
        try
        {
            await made.MakeAsync(ct);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Teams.DisposeAsync();
        File.Delete(masterKey);
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        for (var member = 1; member <= Given.Length + 1; member++) Team.AddPerson($"Member {member}");
        await File.WriteAllTextAsync(masterKey, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        var prefix = StorageEmulator.NewPrefix();

        // Minutes ago, so that the watch over the cards' delivery is over, and nothing but the close is due for the machine's own clock, by which the copies are closed.
        var time = new TestTime(TimeProvider.System.GetUtcNow() - Delivery - Delivery);
        await using var bot = await RunningBot.StartAsync(Storage, prefix, time, [new("RetroBot:MasterKey:File", masterKey)], ct: ct);
        var lead = new TeamsClient(Teams, Lead, bot.Http);
        await lead.InstallInTeamAsync(Team, ct: ct);
        await lead.SayInChannelAsync(Team.General, "open now", ct: ct);
        await bot.WorkAsync(ct);
        time.Advance(Delivery);
        await bot.WorkAsync(ct);
        foreach (var (member, (outcome, details)) in Team.Members.Zip(Given))
        {
            var card = Teams.Inbox(member).Single(received => received.Card?.GetRawText().Contains(CheckInCard.Verb, StringComparison.Ordinal) == true);
            await World.AnswerAsync(new TeamsClient(Teams, member, bot.Http), card, outcome, details, ct);
        }
        Open = await TableSnapshot.TakeAsync(Storage, prefix, ct);

        await lead.SayInChannelAsync(Team.General, "close now", ct: ct);
        Due = await TableSnapshot.TakeAsync(Storage, prefix, ct);
    }
}
