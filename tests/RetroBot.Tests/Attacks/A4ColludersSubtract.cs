using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Digests;
using RetroBot.Simulation;
using RetroBot.Tests.Digests;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using RetroBot.Tests.Walls;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A4. The lead: k−1 colluders subtract their own answers. What must happen: residual risk documented; obligation needs 10.</summary>
public sealed class A4ColludersSubtract(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Members = 15;

    private static readonly Outcome[] Outcomes = Enum.GetValues<Outcome>();
    private static readonly int[][] Parts = SectionTexts.PartsOf([.. Splits.Outcomes, Splits.HelpedOrNot]);

    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task How_obliged_nine_people_feel_is_not_shown() => MustWinNothingAsync();

    [Fact]
    public void The_residual_risk_is_documented() =>
        Assert.Contains("Colleagues who agree to share their own answers** can subtract them", Repository.Read("docs/privacy.md"), StringComparison.Ordinal);

    /// <summary>
    /// What colluders learn at a threshold of five: each part that is shown holds at least five, so that behind four of them there is always somebody else in it, and they never
    /// know of anybody by name. Five who all chose the same part may know that nobody else did: then they know of everybody.
    /// </summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Four_colluders_know_of_nobody_what_they_answered_and_five_may(int colluders, bool know)
    {
        List<string> known = [];
        for (var people = colluders + 1; people <= 12; people++)
        {
            foreach (var digest in SectionTexts.Of([.. Splits.Outcomes, Splits.HelpedOrNot], people).Select(way => (Counts: way.Counts.ToArray(), way.Section)).GroupBy(way => way.Section, StringComparer.Ordinal))
                known.AddRange(KnownTo(colluders, [.. digest.Select(way => way.Counts)]).Select(what => $"{people} people, {digest.Key}: {what}."));
        }

        Assert.Equal(know, known.Count > 0);
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var nine = await InstalledAsync(world);
        var nobody = await InstalledAsync(world);
        world.Time.Advance(TimeSpan.FromDays(21));

        return await DigestAsync(nine, obliged: 9) == await DigestAsync(nobody, obliged: 0) ? [] : ["That nine of fifteen feel obliged can be told."];
    }

    /// <summary>What colluders answered, and the options that, as far as they can tell, everybody else must have chosen among.</summary>
    private static IEnumerable<string> KnownTo(int colluders, IReadOnlyList<int[]> possible) =>
        from own in KnownCounts.Ways(colluders, Outcomes.Length).Select(way => way.ToArray())
        let fitting = possible.Where(counts => counts.Zip(own).All(count => count.First >= count.Second)).ToList()
        where fitting.Count > 0
        from part in Parts
        where fitting.TrueForAll(counts => part.Sum(option => counts[option] - own[option]) == counts.Sum() - colluders)
        select $"whoever colludes with {string.Join('/', own)} knows that everybody else chose among {string.Join('/', part)}";

    private static async Task<World> InstalledAsync(World world)
    {
        var team = world.Beside(Members);
        await team.InstallAsync(Ct);
        return team;
    }

    /// <summary>Of a fourth week's round, which asks how obliged people feel.</summary>
    private static async Task<string> DigestAsync(World team, int obliged)
    {
        var view = new LeadsView(team);
        await team.OpenInstalledAsync(Ct);
        foreach (var (index, person) in team.Team.Members.Index()) await AnswerAsync(team, person, index < obliged ? "completely" : "notAtAll");
        await team.CloseAsync(Ct);
        await view.LookAsync(Ct);
        return view.Seen();
    }

    private static async Task AnswerAsync(World team, SimulatedPerson person, string obligation)
    {
        var (client, card) = (team.As(person), team.CardOf(person));
        var asked = await World.ChooseAsync(client, card, "nothingToReport", Ct);
        await client.PressAsync(card, asked.Card!.Value, CheckInDetailsCard.Verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["obligation"] = obligation }, Ct);
    }
}
