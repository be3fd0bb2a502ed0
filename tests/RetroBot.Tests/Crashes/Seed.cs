using System.Globalization;

namespace RetroBot.Tests.Crashes;

/// <summary>Of what is left to chance in one run.</summary>
internal readonly record struct Seed(int Number)
{
    public static IEnumerable<Seed> First(int count) => Enumerable.Range(1, count).Select(number => new Seed(number));

    public Random ToRandom() => new(Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {Number}");
}
