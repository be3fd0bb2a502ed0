using System.Text.RegularExpressions;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A3. The lead: one joiner or leaver between two rounds, digests compared. What must happen: nothing that differs by fewer than k.</summary>
/// <remarks>The lead knows that all others answered as they did the week before, or the week before a holiday.</remarks>
public sealed partial class A3OneJoinerOrLeaver(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task What_one_joiner_or_leaver_answered_is_not_in_the_difference() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        // Shares are shown of five and five, and withheld of any split of nine or ten that has four on one side.
        World[] joined = [world.Beside(members: 9), world.Beside(members: 9)];
        var left = world.Beside(members: 10);
        World[] returned = [world.Beside(members: 9), world.Beside(members: 9)];
        foreach (var team in (World[])[.. joined, .. returned]) await RoundAsync(team, last: "");
        await RoundAsync(left, last: "notRelevant");

        world.Time.Advance(TimeSpan.FromDays(7));
        foreach (var team in joined) team.Team.AddPerson("Joiner");
        await RoundAsync(joined[0], last: "notRelevant");
        await RoundAsync(joined[1], last: "helped");
        left.Team.Leave(left.Team.Members[^1]);
        await RoundAsync(left, last: "");
        foreach (var team in returned) await HolidayAsync(team);

        world.Time.Advance(TimeSpan.FromDays(7));
        foreach (var team in returned) team.Team.AddPerson("Joiner");
        await RoundAsync(returned[0], last: "notRelevant");
        await RoundAsync(returned[1], last: "helped");

        List<string> won = [];
        if (new LeadsView(joined[0]).Seen() != new LeadsView(joined[1]).Seen()) won.Add("What the joiner answered can be told.");
        if (new LeadsView(returned[0]).Seen() != new LeadsView(returned[1]).Seen()) won.Add("What somebody answered who joined during a holiday can be told.");
        var digests = left.Teams.Posts(left.Team.General).Where(post => post.Versions == 2).Select(post => string.Join(' ', Numbers().Matches(post.Card!.Value.GetRawText()).Select(number => number.Value).Distinct(StringComparer.Ordinal))).ToList();
        if (digests[1] != digests[0]) won.Add($"The leaver is in the difference between {digests[0]} and {digests[1]}.");
        if (!digests[0].Contains("50", StringComparison.Ordinal)) won.Add("The first digest shows no share: the attack looked at nothing.");
        return won;
    }

    /// <summary>A round of this week: AI helped five, four had nothing to do with it, and then there is the one who joins or leaves.</summary>
    private static async Task RoundAsync(World team, string last)
    {
        if (!team.Team.HasTheBot) await team.InstallAsync(Ct);
        await team.OpenInstalledAsync(Ct);
        foreach (var (person, outcome) in team.Team.Members.Zip([.. Enumerable.Repeat("helped", 5), .. Enumerable.Repeat("notRelevant", 4), last])) await team.AnswerAsync(person, outcome, Ct);
        await team.CloseAsync(Ct);
    }

    private static async Task HolidayAsync(World team)
    {
        await team.OpenInstalledAsync(Ct);
        foreach (var person in team.Team.Members) await team.AnswerAsync(person, "nothingToReport", Ct);
        await team.CloseAsync(Ct);
    }

    [GeneratedRegex(@"\d+ ?%|\d+–\d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbers();
}
