using System.Globalization;

namespace RetroBot.Benchmarks;

/// <summary>Figures of several runs: the median, and in brackets the lowest and the highest.</summary>
internal static class Spread
{
    public static string Of(string format, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return $"{Text(sorted[sorted.Length / 2])} ({Text(sorted[0])}–{Text(sorted[^1])})";

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
