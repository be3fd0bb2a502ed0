using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A5. The lead: asks for the digest while the round is open. What must happen: nothing before close.</summary>
public sealed class A5WhileTheRoundIsOpen(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Members = 9;

    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task Nothing_of_the_answers_is_seen_before_the_close() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var silence = await WhileOpenAsync(world, []);
        var gains = await WhileOpenAsync(world, Enumerable.Repeat("helped", Members - 1));
        var misses = await WhileOpenAsync(world, Enumerable.Repeat("rightlyNotUsed", Members - 1));

        List<string> won = [];
        if (gains != silence) won.Add("While the round is open, a team that answered can be told from one that did not.");
        if (gains != misses) won.Add("While the round is open, a team that AI helped can be told from one that did not use it.");
        return won;
    }

    private static async Task<string> WhileOpenAsync(World world, IEnumerable<string> outcomes)
    {
        var team = world.Beside(Members);
        var view = new LeadsView(team);
        await team.OpenAsync(Ct);
        await team.AnswerAsync(outcomes, Ct);
        await view.RummageAsync(Ct);
        return view.Seen();
    }
}
