using System.Text.RegularExpressions;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Simulation;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// A18. Logs: correlates ids, addresses, times, payload sizes. What must happen: nothing to correlate; log lines of different answers are equal.
/// </summary>
/// <remarks>
/// Lines are compared as they are, structured fields and scopes included, but for what is new with every request whatever is in it: the ids of the connection, the request, the
/// trace and the span. How many presses an answer took is seen: an outcome with a second step takes two.
/// </remarks>
public sealed partial class A18LinesOfDifferentAnswers(SavingStorageEmulator emulator) : Attack(emulator)
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal) { ["time"] = "lostTime", ["changes"] = "workForOthers", ["confidence"] = "guess" };

    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["time"] = "fifteenToSixtyMinutes", ["changes"] = "shippedSooner,fewerErrors,issueResolvedQuicker,lessTedious,learnedSomething", ["confidence"] = "compared", ["tool"] = "Microsoft 365 Copilot",
    };

    private static readonly string[] Titles = ["Short one", "A title of a case study that is as long as a title may be, and not much shorter"];

    public override Holding Holds => Holding.Log;

    [Fact]
    public Task Different_answers_case_studies_votes_and_recipes_of_different_people_leave_equal_lines_and_no_id_or_size() => MustWinNothingAsync();

    [Fact]
    public async Task While_storage_is_down_and_answers_are_refused_the_log_names_neither_them_nor_anybody()
    {
        await using var gate = new StorageGate(await Emulator.ConnectionStringAsync());
        await using var world = await World.StartAsync(Emulator, members: 4, Ct, gate.ConnectionString, settings: MostTalkative);
        await world.OpenAsync(Ct);
        var (client, card) = (world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]));
        var step2 = await World.ChooseAsync(client, card, "costTime", Ct);

        gate.Shut();
        await client.PressAsync(card, step2.Card!.Value, CheckInDetailsCard.Verb, Long, Ct);
        await client.SayInPersonalAsync("stop", Ct);

        Assert.Contains(world.Bot.Log.Lines, line => line.Text.Contains($"out of reach during {CheckInDetailsCard.Verb}", StringComparison.Ordinal));
        Assert.Empty(NamedIn(world, world.Bot.Log.Lines));
    }

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 6);
        var before = world.Bot.Log.Lines.Count;
        await team.OpenAsync(Ct);
        var people = team.Team.Members;
        var helped = await LinesOfAsync(team, () => AnswerAsync(people[1], "helped", Long));
        var cost = await LinesOfAsync(team, () => AnswerAsync(people[2], "costTime", Short));
        var nothing = await LinesOfAsync(team, () => AnswerAsync(people[3], "nothingToReport", details: null));
        var irrelevant = await LinesOfAsync(team, () => AnswerAsync(people[4], "notRelevant", details: null));
        var brief = await LinesOfAsync(team, () => team.PublishAsync(people[1], Titles[0], Ct));
        var wordy = await LinesOfAsync(team, () => team.PublishAsync(people[2], Titles[1], Ct));
        await team.CloseAsync(Ct);
        var worked = await LinesOfAsync(team, () => team.VoteAsync(people[3], VoteChoice.Worked, Ct));
        var didNot = await LinesOfAsync(team, () => team.VoteAsync(people[4], VoteChoice.DidNotWork, Ct));

        var asked = await LinesOfAsync(team, () => team.AskForRecipeAsync(people[3], Ct));
        var alsoAsked = await LinesOfAsync(team, () => team.AskForRecipeAsync(people[5], Ct));

        List<string> won = [.. NamedIn(team, [.. world.Bot.Log.Lines.Skip(before)])];
        if (helped.Count == 0) won.Add("Nothing is logged at all: the attack looked at nothing.");
        won.AddRange(Differing("full answers", helped, cost));
        won.AddRange(Differing("brief answers", nothing, irrelevant));
        won.AddRange(Differing("case studies", brief, wordy));
        won.AddRange(Differing("votes", worked, didNot));
        won.AddRange(Differing("recipes", asked, alsoAsked));
        return won;

        Task AnswerAsync(SimulatedPerson person, string outcome, Dictionary<string, string>? details) => World.AnswerAsync(team.As(person), team.CardOf(person), outcome, details, Ct);
    }

    private static IReadOnlyList<string> Differing(string what, IReadOnlyList<string> one, IReadOnlyList<string> other) => one.SequenceEqual(other, StringComparer.Ordinal)
        ? []
        : [$"Two {what} leave different lines: {string.Join(" / ", one.Except(other, StringComparer.Ordinal).Concat(other.Except(one, StringComparer.Ordinal)))}"];

    private static async Task<IReadOnlyList<string>> LinesOfAsync(World team, Func<Task> act)
    {
        var before = team.Bot.Log.Lines.Count;
        await act();
        return [.. team.Bot.Log.Lines.Skip(before).Select(line => Ids().Replace(Whole(line), "an id"))];
    }

    /// <summary>What of people, their chats, their answers and sizes stands in the log.</summary>
    private static IEnumerable<string> NamedIn(World team, IReadOnlyList<LogBook.LogLine> lines)
    {
        var people = team.Team.Members.SelectMany(person => (string[])[person.ObjectId.ToString(), person.Id, person.Name, person.Email, .. team.Teams.Inbox(person).Select(activity => activity.ConversationId)]);
        string[] words = [.. people, .. Long.Values, .. Short.Values, .. Titles, "helped", "costTime", "nothingToReport", "notRelevant", "Content-Length", "ContentLength", "application/json"];
        return
            from word in words.Distinct(StringComparer.Ordinal)
            let line = lines.FirstOrDefault(line => Whole(line).Contains(word, StringComparison.OrdinalIgnoreCase))
            where line is not null
            select $"\"{word}\" is logged by {line.Category}: {line.Text}";
    }

    private static string Whole(LogBook.LogLine line) => $"{line.Level} {line.Category} {line.Text} {string.Join(' ', line.Fields.Select(field => $"{field.Key}={field.Value}"))}";

    /// <summary>ASP.NET Core's ids of connections and requests, W3C ids of traces and spans.</summary>
    [GeneratedRegex(@"\b(0H[A-Z0-9]{11}(:[0-9A-F]{8})?|[0-9a-f]{32}|[0-9a-f]{16})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ids();
}
