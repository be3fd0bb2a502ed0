using System.Text.Json.Nodes;
using RetroBot.Cards.CaseStudies;
using RetroBot.Cards.CheckIns;
using RetroBot.Cards.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A19. Logs: poisoned text that makes a parser throw. What must happen: text never in message or stack.</summary>
public sealed class A19PoisonedText(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const string Poison = "XyzzyPoison";

    /// <summary>What no field of an activity or a card expects, each with the text that must not be found.</summary>
    private static readonly string[] Poisons =
    [
        $"\"{Poison}\"", $"\"{Poison}\\ud800\"", $"[\"{Poison}\"]", $"{{\"{Poison}\":1}}", $"{{\"id\":[\"{Poison}\"],\"type\":{{\"{Poison}\":1e400}}}}",
        $"\"9999-99-99T99:99:99Z{Poison}\"", $"\"1e999{Poison}\"", $"{string.Concat(Enumerable.Repeat("[", 20))}\"{Poison}\"{string.Concat(Enumerable.Repeat("]", 20))}",
    ];

    public override Holding Holds => Holding.Log;

    [Fact]
    public Task What_people_or_strangers_send_is_in_no_line_whatever_it_breaks() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var team = world.Beside(members: 3);
        await team.OpenAsync(Ct);
        var before = world.Bot.Log.Lines.Count;
        await foreach (var body in BodiesAsync(team)) await team.Lead.RawAsync(body, ct: Ct);

        return [.. world.Bot.Log.Lines.Skip(before)
            .Where(line => line.Text.Contains(Poison, StringComparison.OrdinalIgnoreCase) || line.Fields.Any(field => $"{field.Key} {field.Value}".Contains(Poison, StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(line => line.Category)
            .Select(line => $"{line.Category} logs what was sent: {line.Text}")];
    }

    private static async IAsyncEnumerable<string> BodiesAsync(World team)
    {
        var (lead, card) = (team.Lead, team.CardOf(team.Lead.Person));
        var step2 = await World.ChooseAsync(lead, card, "helped", Ct);
        await lead.SayInChannelAsync(team.Team.General, "setup", ct: Ct);
        var setup = team.Teams.Posts(team.Team.General)[^1];
        JsonObject[] real =
        [
            lead.Compose.CardInvoke(card, null, CheckInDetailsCard.Verb, CardAction.Find(step2.Card!.Value, CheckInDetailsCard.Verb).DataWith(World.Details)),
            lead.Compose.CardInvoke(setup, null, SetupCard.Verb, CardAction.Find(setup.Card!.Value, SetupCard.Verb).DataWith()),
            lead.Compose.PersonalMessage("help"),
            lead.Compose.BotAddedToTeam(team.Team),
        ];
        foreach (var activity in real)
        {
            foreach (var path in ActivityFields.PathsIn(activity))
            {
                foreach (var poison in Poisons) yield return ActivityFields.Replaced(activity, path, poison);
            }
        }
        JsonObject[] sharing =
        [
            lead.Compose.CardInvoke(card, null, StoryPreviewCard.Verb, Sharing.StoryOf(team, "Release notes")),
            lead.Compose.CardInvoke(card, null, WithdrawCard.Verb, new JsonObject { ["team"] = team.Team.Id, ["story"] = new string('0', 32), ["code"] = new string('0', 64) }),
            lead.Compose.CardInvoke(setup, null, StoryVote.Verb, new JsonObject { ["round"] = "2026-W47", ["story"] = new string('0', 32), ["vote"] = "worked" }),
        ];
        foreach (var activity in sharing)
        {
            foreach (var path in ActivityFields.PathsIn(activity).Where(path => path.Contains(".data.", StringComparison.Ordinal)))
            {
                foreach (var poison in Poisons) yield return ActivityFields.Replaced(activity, path, poison);
            }
        }
        foreach (var poison in Poisons) yield return poison;
        yield return $"{{\"{Poison}";
        yield return string.Concat(Enumerable.Repeat("[", 1000)) + Poison;
    }
}
