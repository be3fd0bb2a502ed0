using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CheckIns;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Rounds;
using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.MainJob;

/// <summary>What closing leaves in storage.</summary>
public sealed class ClosingTests(StorageEmulator emulator)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_closing_every_answer_is_counted_and_key_ledger_and_sealed_rows_are_gone()
    {
        await using var world = await World.StartAsync(emulator, members: 8, Ct);
        await world.OpenAsync(Ct);
        string[] outcomes = ["nothingToReport", "nothingToReport", "notRelevant", "rightlyNotUsed", "rightlyNotUsed", "rightlyNotUsed", "notRelevant"];
        foreach (var (member, outcome) in world.Team.Members.Zip(outcomes)) await World.ChooseAsync(world.As(member), world.CardOf(member), outcome, Ct);
        Assert.Equal(7, (await world.AnswerRowsAsync(Ct)).Count);

        await world.CloseAsync(Ct);

        Assert.Equal(Tally.Of(outcomes.Select(outcome => new Answer.Brief(Enum.Parse<Outcome>(outcome, ignoreCase: true)))), await world.TallyAsync(Ct));
        var left = Assert.Single(await world.RowsAsync("rounds", Ct));
        Assert.DoesNotContain(left.Keys, column => column.Contains("key", StringComparison.OrdinalIgnoreCase) && column is not ("PartitionKey" or "RowKey"));
        var everything = string.Join('\n', left.Keys.Select(column => left[column]));
        Assert.All(world.Team.Members, member => Assert.DoesNotContain(member.ObjectId.ToString(), everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_row_that_the_key_does_not_open_is_left_out_and_said_to_be()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        var foreign = new SealedAnswer(new ParticipantKey(new string('0', ParticipantKey.Length)), new byte[156]);
        await world.Bot.Services.GetRequiredService<IAnswerStore>().SaveAsync(RoundOf(world), foreign, Ct);

        await world.CloseAsync(Ct);

        Assert.Equal(6, (await world.TallyAsync(Ct)).Answered);
        Assert.Single(world.Bot.Log.Lines, line => line.Text.Contains("a row that its key does not open", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_is_overtaken_while_it_adds_up_changes_nothing()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "nothingToReport", Ct);
        var (rounds, closer) = (world.Bot.Services.GetRequiredService<IRoundStore>(), world.Bot.Services.GetRequiredService<RoundCloser>());
        await closer.BeginAsync((await rounds.FindAsync(RoundOf(world), Ct))!, Ct);
        var closing = (await rounds.FindAsync(RoundOf(world), Ct))!;

        await closer.SealAsync(closing, said: null, Ct);
        await rounds.SweepAsync(RoundOf(world), Ct);
        await closer.SealAsync(closing, said: null, Ct);

        Assert.Equal(6, (await world.TallyAsync(Ct)).Answered);
        Assert.NotNull((await rounds.FindAsync(RoundOf(world), Ct))!.Value.Digest!.Answered);
    }

    [Fact]
    public async Task Sealed_rows_tell_nothing_but_that_there_is_one()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        var full = new Dictionary<string, string>(StringComparer.Ordinal) { ["time"] = "overFourHours", ["changes"] = "lessTedious,fewerErrors", ["confidence"] = "measured" };
        await World.AnswerAsync(world.As(world.Team.Members[0]), world.CardOf(world.Team.Members[0]), "helped", full, Ct);
        await World.ChooseAsync(world.As(world.Team.Members[1]), world.CardOf(world.Team.Members[1]), "notRelevant", Ct);

        var rows = await world.AnswerRowsAsync(Ct);

        Assert.Single(rows.Select(row => row.Keys.Select(column => row[column]).OfType<byte[]>().Single().Length).Distinct());
        Assert.Single(rows.Select(row => string.Join(',', row.Keys.Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(world.Team.Members, member => row.RowKey.Contains(member.ObjectId.ToString(), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_digest_whose_notice_was_lost_on_the_way_is_still_posted_once()
    {
        await using var world = await World.StartAsync(emulator, members: 6, Ct);
        await world.OpenAsync(Ct);
        foreach (var member in world.Team.Members) await World.ChooseAsync(world.As(member), world.CardOf(member), "notRelevant", Ct);
        await world.Lead.SayInChannelAsync(world.Team.General, "close now", ct: Ct);

        world.Teams.Faults.Add(Simulation.Connector.Fault.LosesTheAnswer());
        await world.Bot.WorkAsync(Ct);
        await world.Bot.WorkAsync(Ct);

        Assert.Single(world.Teams.Posts(world.Team.General), post => post.Versions == 2);
    }

    private static RoundId RoundOf(World world) => new(new TeamId(new TenantId(world.Team.Tenant.Id.ToString()), world.Team.Id), new RoundName(2026, 47));
}
