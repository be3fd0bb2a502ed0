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
            var answer = await World.ChooseAsync(team.As(person.Person), person.Cards[0], System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(person.Gives!.Value.ToString()), ct);
            Check(answer);
            if (answer.Card is { } card && CardAction.AllOn(card).Any(action => action.Verb == AnswerDeletedCard.Verb)) return;
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
        return new(stored, stored.Of("rounds", "r").SingleOrDefault() ?? [], [.. team.Teams.Posts(team.Team.General).Where(post => post.ReplyToId is null && !post.IsDeleted)]);
    }
}
