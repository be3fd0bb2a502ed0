using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>Every attack can succeed: each mistake helps exactly the attacks that it should, and each attack is helped by a mistake.</summary>
public sealed class MutationTests(StorageEmulator emulator)
{
    public static TheoryData<string> Mutations => [.. Everything.Of<Mutation>().Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_mistake_helps_exactly_the_attacks_that_it_should(string name)
    {
        var mutation = (Mutation)Activator.CreateInstance(Everything.Of<Mutation>().Single(type => string.Equals(type.Name, name, StringComparison.Ordinal)))!;
        var held = mutation.Helps.Select(Made).Select(attack => attack.Holds).ToHashSet();
        var attacks = Everything.Of<Attack>().Select(Made).Where(attack => held.Contains(attack.Holds)).ToList();
        await using var world = await attacks[0].StartAsync(mutation);

        List<Type> succeeded = [];
        foreach (var attack in attacks)
        {
            var won = await attack.TryAsync(world);
            if (won.Count > 0) succeeded.Add(attack.GetType());
            TestContext.Current.SendDiagnosticMessage("{0} with {1}: {2}", attack.GetType().Name, name, won.Count == 0 ? "nothing" : string.Join(" ", won));
        }

        Assert.Equal(mutation.Helps.Select(type => type.Name).Order(StringComparer.Ordinal), succeeded.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_attack_is_helped_by_a_mistake() => Assert.Empty(
        Everything.Of<Attack>().Select(attack => attack.Name).Except(Everything.Of<Mutation>().SelectMany(mutation => ((Mutation)Activator.CreateInstance(mutation)!).Helps).Select(attack => attack.Name), StringComparer.Ordinal));

    private Attack Made(Type attack) => (Attack)Activator.CreateInstance(attack, emulator)!;
}
