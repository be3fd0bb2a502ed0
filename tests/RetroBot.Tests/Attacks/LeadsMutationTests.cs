using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Attacks;

public sealed class LeadsMutationTests(SavingStorageEmulator emulator) : MutationTests(emulator)
{
    public static TheoryData<string> Mutations => Of([Holding.LeadsSeat]);

    [Theory]
    [MemberData(nameof(Mutations))]
    public Task A_mistake_helps_exactly_the_attacks_that_it_should(string name) => MustHelpAsync(name);
}
