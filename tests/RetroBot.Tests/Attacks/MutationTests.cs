using RetroBot.Tests.Emulator;
using Xunit;

namespace RetroBot.Tests.Attacks;

/// <summary>
/// Every attack can succeed: each mistake helps exactly the attacks that it should, among all by attackers who hold the same. Mistakes are tried in several classes, so that these run beside each other.
/// </summary>
public abstract class MutationTests(SavingStorageEmulator emulator)
{
    /// <summary>The names of the mistakes whose first attack is one by whoever holds one of these.</summary>
    protected static TheoryData<string> Of(IEnumerable<Holding> holdings)
    {
        var held = holdings.ToHashSet();
        return [.. Everything.Of<Mutation>().Where(type => held.Contains(Made(Made(type).Helps[0], emulator: null!).Holds)).Select(type => type.Name)];
    }

    protected async Task MustHelpAsync(string name)
    {
        var mutation = Made(Everything.Of<Mutation>().Single(type => string.Equals(type.Name, name, StringComparison.Ordinal)));
        var held = mutation.Helps.Select(type => Made(type, emulator).Holds).ToHashSet();
        var attacks = Everything.Of<Attack>().Select(type => Made(type, emulator)).Where(attack => held.Contains(attack.Holds)).ToList();
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

    private static Attack Made(Type attack, SavingStorageEmulator emulator) => (Attack)Activator.CreateInstance(attack, emulator)!;

    private static Mutation Made(Type mutation) => (Mutation)Activator.CreateInstance(mutation)!;
}
