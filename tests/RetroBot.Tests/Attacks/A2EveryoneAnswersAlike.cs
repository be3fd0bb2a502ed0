using RetroBot.Tests.Emulator;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>A2. The lead: everyone answers alike. What must happen: distribution withheld.</summary>
public sealed class A2EveryoneAnswersAlike(SavingStorageEmulator emulator) : Attack(emulator)
{
    private const int Members = 12;

    public override Holding Holds => Holding.LeadsSeat;

    [Fact]
    public Task A_team_that_answers_alike_reads_like_one_that_nearly_does() => MustWinNothingAsync();

    public override async Task<IReadOnlyList<string>> TryAsync(World world)
    {
        var alike = await DigestAsync(world, others: 0);
        var nearlyAlike = await DigestAsync(world, others: 1);
        var lessAlike = await DigestAsync(world, others: 4);

        return alike == nearlyAlike && alike == lessAlike ? [] : ["That all twelve answered alike can be told."];
    }

    private static async Task<string> DigestAsync(World world, int others)
    {
        var team = world.Beside(Members);
        var view = new LeadsView(team);
        await team.OpenAsync(Ct);
        await team.AnswerAsync([.. Enumerable.Repeat("helped", Members - others), .. Enumerable.Repeat("notRelevant", others)], Ct);
        await team.CloseAsync(Ct);
        await view.LookAsync(Ct);
        return view.Seen();
    }
}
