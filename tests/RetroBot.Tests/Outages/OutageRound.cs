using Microsoft.Extensions.Logging;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Core.Rounds;
using RetroBot.Simulation.Client;
using RetroBot.Tests.Crashes;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Outages;

/// <summary>Whole rounds, one after the other, of teams of one service whose storage is behind a gate. Whoever is asked to try again does so; time passes when there is nothing else to do.</summary>
internal sealed class OutageRound : IAsyncDisposable
{
    private const int Members = 5;
    private const int MostLooks = 12;
    private const int Looks = 3;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan UntilLook = TimeSpan.FromSeconds(61);
    private static readonly Outcome[] Given = [Outcome.RightlyNotUsed, Outcome.NothingToReport, Outcome.NotRelevant, Outcome.NotRelevant];
    private readonly string storage;
    private readonly World world;
    private readonly List<string> wrong = [];

    private OutageRound(string storage, OutageGate gate, World world) => (this.storage, Gate, this.world) = (storage, gate, world);

    public OutageGate Gate { get; }

    public static async Task<OutageRound> MakeAsync(StorageEmulator emulator, CancellationToken ct)
    {
        var (storage, prefix) = (await emulator.ConnectionStringAsync(), StorageEmulator.NewPrefix());
        var gate = await OutageGate.StartAsync(storage, prefix, ct);
        var made = new OutageRound(storage, gate, await World.StartAsync(emulator, members: 1, ct, gate.Storage, tables: prefix));
        // The first round of all makes the tables.
        await made.RunAsync(at: null, outage: null, ct);
        return made;
    }

    /// <returns>What is wrong with the round, which met the outage unless both are null.</returns>
    public async Task<Verdict> RunAsync(Call? at, Outage? outage, CancellationToken ct)
    {
        wrong.Clear();
        var team = world.Beside(Members);
        await team.InstallAsync(ct);
        await team.As(team.Team.Members[^1]).SayInPersonalAsync("stop", ct: ct);
        Gate.CountFromHere(at, outage);

        await UntilAsync(team, "open now", state: null, ending => ending.Round.GetBoolean("Delivered") == true, ct);
        var people = Asked.In(team.Team, team.Teams, (await EndAsync(team, ct)).Storage, Given);
        foreach (var person in people.Where(person => person is { Gives: not null, Cards.Count: > 0 })) await AnswerAsync(team, person, ct);
        await UntilAsync(team, "close now", nameof(RoundState.Open), ending => ending.Round.GetString("State") == nameof(RoundState.Published) && !ending.Due.Any(), ct);

        var ending = await EndAsync(team, ct);
        people = [.. people.Select(person => person.AtRest(team.Teams))];
        // A notice whose recording failed may stand beside the digest.
        if (ending.Round.ContainsKey("Tally")) wrong.AddRange(RoundJudge.Faults(people, ending, notices: 1, unknown: 0));
        var isMet = outage is null || Gate.Met > 0;
        if (!isMet && at?.IsCertain == true) wrong.Add("the call was not made");
        return new(wrong.ToList(), isMet ? "" : "not met", Census: RoundJudge.Census(people));
    }

    public async ValueTask DisposeAsync()
    {
        Gate.End();
        await world.DisposeAsync();
        await Gate.DisposeAsync();
    }

    /// <summary>The same with a table deleted in which the round itself lies, which is lost with it: nobody says anything a second time. The week after, everything is as ever.</summary>
    public async Task<Verdict> LoseAsync(Call at, Outage.Gone loss, CancellationToken ct)
    {
        wrong.Clear();
        var team = world.Beside(Members - 1);
        await team.InstallAsync(ct);
        Gate.CountFromHere(at, loss);
        var logged = world.Bot.Log.Lines.Count;

        await SayAsync(team, "open now", ct);
        var people = Asked.In(team.Team, team.Teams, (await EndAsync(team, ct)).Storage, Given);
        foreach (var person in people.Where(person => person is { Gives: not null, Cards.Count: > 0 })) Check(await ChooseAsync(team, person, ct));
        await SayAsync(team, "close now", ct);

        people = [.. people.Select(person => person.AtRest(team.Teams))];
        // Who has a card is lost with the rounds, and no card of theirs can be answered any more: a round that is opened anew goes to everybody, once.
        var most = loss.Table == "rounds" ? 2 : 1;
        if (people.Any(person => person.Cards.Count + person.Late > most)) wrong.Add(RoundJudge.Doubled);
        if (Gate.Met == 0) wrong.Add("the call was not made");
        var told = world.Bot.Log.Lines.Skip(logged).Where(line => line.Level >= LogLevel.Warning).ToList();
        if (told.Any(line => team.Team.Members.Any(member => line.Text.Contains(member.ObjectId.ToString(), StringComparison.Ordinal)))) wrong.Add("a person is named in the log");

        world.Time.Advance(Week);
        // A round that was opened anew ends by itself.
        await world.Bot.WorkAsync(ct);
        // What a team is told when it is gone.
        await team.InstallAsync(ct);
        await SayAsync(team, "open now", ct);
        var again = Asked.In(team.Team, team.Teams, (await EndAsync(team, ct)).Storage, Given);
        if (again.Zip(people).Any(person => person.First.Cards.Count != person.Second.Cards.Count + person.Second.Late + 1)) wrong.Add("the week after, not everybody has one card more");
        foreach (var person in again) if (!Keeps(await ChooseAsync(team, person with { Gives = Outcome.NotRelevant }, ct))) wrong.Add("the week after, an answer was not kept");
        await SayAsync(team, "close now", ct);
        if ((await EndAsync(team, ct)).Round.GetString("State") != nameof(RoundState.Published)) wrong.Add("the week after, no round was published");
        var left = (await EndAsync(team, ct)).OfOpenRounds.Count;
        var loggers = told.Select(line => line.Category[(line.Category.LastIndexOf('.') + 1)..]).Distinct(StringComparer.Ordinal);
        return new(wrong.ToList(), string.Join(", ", [.. left > 0 ? [$"{left} rows of the lost round are left"] : Array.Empty<string>(), .. loggers]));
    }

    /// <summary>Once, and time passes.</summary>
    private async Task SayAsync(World team, string words, CancellationToken ct)
    {
        Check(await team.Lead.SayInChannelAsync(team.Team.General, words, ct: ct));
        for (var look = 0; look < Looks; look++)
        {
            await world.Bot.WorkAsync(ct);
            world.Time.Advance(UntilLook);
        }
    }

    private static Task<BotAnswer> ChooseAsync(World team, Asked person, CancellationToken ct) =>
        World.ChooseAsync(team.As(person.Person), person.Cards[^1], System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(person.Gives!.Value.ToString()), ct);

    private static bool Keeps(BotAnswer answer) => answer.Card is { } card && CardAction.AllOn(card).Any(action => action.Verb == AnswerDeletedCard.Verb);

    /// <summary>The lead says it again as long as the round is in the state in which it may help.</summary>
    private async Task UntilAsync(World team, string words, string? state, Func<Ending, bool> isTrue, CancellationToken ct)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var now = await EndAsync(team, ct);
            if (isTrue(now)) return;
            if ((now.Round.TryGetValue("State", out var is_) ? is_ as string : null) == state) Check(await team.Lead.SayInChannelAsync(team.Team.General, words, ct: ct));
            await world.Bot.WorkAsync(ct);
            if (isTrue(await EndAsync(team, ct))) return;
            world.Time.Advance(UntilLook);
            await world.Bot.WorkAsync(ct);
        }
        wrong.Add($"after \"{words}\" the round never came to its end");
    }

    private async Task AnswerAsync(World team, Asked person, CancellationToken ct)
    {
        for (var press = 0; press < MostLooks; press++)
        {
            var answer = await ChooseAsync(team, person, ct);
            Check(answer);
            if (Keeps(answer)) return;
        }
        wrong.Add("an answer was never kept");
    }

    private void Check(BotAnswer answer)
    {
        if ((int)answer.Status >= 300) wrong.Add($"Teams was answered {(int)answer.Status}");
    }

    private async Task<Ending> EndAsync(World team, CancellationToken ct)
    {
        var stored = (await TableSnapshot.TakeAsync(storage, world.TablePrefix, ct)).OfTenant(team.Team.Tenant.Id.ToString());
        // Of two weeks' rounds the later.
        return new(stored, stored.Of("rounds", "r").MaxBy(row => row.PartitionKey, StringComparer.Ordinal) ?? [], [.. team.Teams.Posts(team.Team.General).Where(post => post.ReplyToId is null && !post.IsDeleted)]);
    }
}
