using System.Text.Json.Nodes;
using RetroBot.Cards.Rounds;
using RetroBot.Core.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A25. The lead: lowers k, reopens a closed round, closes early to single somebody out. What must happen: k and reopening refused; an early close needs the round to have been
/// open for 24 h (none in Development), is announced in the channel, and below k shows no number.
/// </summary>
public sealed class A25LowerReopenCloseEarly(SavingStorageEmulator emulator) : Attack(emulator)
{
    public override Holding Holds => Holding.OpenDoor;

    [Fact]
    public Task The_threshold_stays_a_closed_round_stays_closed_and_an_early_close_comes_late_and_loudly() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 7);
        await team.InstallAsync(Ct);
        return [.. await LowerAsync(team), .. await CloseEarlyAsync(team), .. await ReopenAsync(team)];
    }

    private static async Task<IReadOnlyList<string>> LowerAsync(World team)
    {
        await team.Lead.SayInChannelAsync(team.Team.General, "setup", ct: Ct);
        var form = team.Teams.Posts(team.Team.General)[^1];
        List<string> won = [];
        foreach (var threshold in (JsonNode?[])[4, 1, 0, -5, 4.9, "4", "-1", "0x1", "4,0", "٤", "NaN", "1e0", true, null, new JsonArray(1), new JsonObject { ["value"] = 1 }])
        {
            var data = CardAction.Find(form.Card!.Value, SetupCard.Verb).DataWith();
            data["threshold"] = threshold?.DeepClone();
            (data["k"], data["Threshold"], data["lowestThreshold"]) = (1, 1, 1);
            await team.Lead.InvokeAsync(form, SetupCard.Verb, data, Ct);
            if ((await TeamRowAsync(team)).GetInt32("Threshold") != Threshold.Lowest) won.Add($"The threshold was lowered by {threshold?.ToJsonString() ?? "null"}.");
        }
        return won;
    }

    private static async Task<IReadOnlyList<string>> CloseEarlyAsync(World team)
    {
        await team.OpenInstalledAsync(Ct);
        await team.AnswerAsync(Enumerable.Repeat("helped", Threshold.Lowest - 1), Ct);

        List<string> won = [];
        foreach (var hours in (int[])[0, 12, 11])
        {
            team.Time.Advance(TimeSpan.FromHours(hours));
            await team.CloseAsync(Ct);
            if ((await team.RoundOfLatestAsync(Ct)).State != RoundState.Open) return [$"The round was closed right behind its fourth answer, {hours} hours on."];
        }

        team.Time.Advance(TimeSpan.FromHours(1));
        var before = team.Teams.Posts(team.Team.General).Count;
        await team.CloseAsync(Ct);
        var posts = team.Teams.Posts(team.Team.General).Skip(before).Select(post => post.Card!.Value.GetRawText()).ToList();
        if (posts.Count != 2) won.Add("The early close is not announced in the channel.");
        if (!posts[^1].Contains("before its time", StringComparison.OrdinalIgnoreCase)) won.Add("The digest does not say that it was closed early.");
        if ((await team.RoundOfLatestAsync(Ct)).Digest is not { Answered: null, Sections.Count: 0 }) won.Add("A digest of four answers shows a number.");
        return won;
    }

    private static async Task<IReadOnlyList<string>> ReopenAsync(World team)
    {
        var member = team.Team.Members[1];
        var (cards, stored) = (team.Teams.Inbox(member).Count, await team.RoundOfLatestAsync(Ct));

        await team.OpenInstalledAsync(Ct);
        await team.Lead.RemoveFromTeamAsync(team.Team, ct: Ct);
        await team.InstallAsync(Ct);
        await team.OpenInstalledAsync(Ct);
        await team.AnswerAsync(member, "notRelevant", Ct);

        List<string> won = [];
        if (team.Teams.Inbox(member).Count != cards) won.Add("A closed round was opened again.");
        if (await team.RoundAsync(stored.Id, Ct) is not { State: RoundState.Published, Key: null } round || (round.Digest is { } digest && digest != stored.Digest)) won.Add("A closed round takes answers again, or its digest was changed.");
        return won;
    }

    private static async Task<Azure.Data.Tables.TableEntity> TeamRowAsync(World team) =>
        (await team.RowsAsync("teams", Ct)).Single(row => row.RowKey.StartsWith("t|", StringComparison.Ordinal) && row.RowKey.EndsWith(team.Team.Id, StringComparison.Ordinal));
}
