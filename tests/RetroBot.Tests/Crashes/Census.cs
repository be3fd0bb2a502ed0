namespace RetroBot.Tests.Crashes;

/// <summary>What has become of those who are to be asked.</summary>
/// <param name="Lost">Have no card, and the ledger does not say that this may be so.</param>
/// <param name="Doubled">Have more than one card, and the ledger does not say that this may be so.</param>
/// <param name="Unknown">The ledger says that it is unknown whether they have a card.</param>
internal readonly record struct Census(int Lost, int Doubled, int Unknown)
{
    public static Census operator +(Census one, Census other) => new(one.Lost + other.Lost, one.Doubled + other.Doubled, one.Unknown + other.Unknown);

    public override string ToString() => $"lost {Lost}, doubled {Doubled}, unknown {Unknown}";
}
