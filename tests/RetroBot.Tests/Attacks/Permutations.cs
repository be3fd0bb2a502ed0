namespace RetroBot.Tests.Attacks;

/// <summary>What guessing achieves: of some people, each with an answer of their own, how many are linked right by a random order.</summary>
internal static class Permutations
{
    /// <summary>The chance that guessing in so many independent rounds links <paramref name="hits"/> people or more: exact, from the numbers of permutations with so many fixed points.</summary>
    public static double ChanceOfHits(int hits, int rounds, int people)
    {
        var ofOne = FixedPoints(people);
        double[] chances = [1];
        for (var round = 0; round < rounds; round++) chances = Sum(chances, ofOne);
        return chances.Skip(hits).Sum();
    }

    /// <summary>The chances that a random permutation leaves none, one, two … in place.</summary>
    private static double[] FixedPoints(int people)
    {
        // Nobody in place: D(n) = (n - 1) (D(n - 1) + D(n - 2)). Some in place: choose them, and nobody of the others is.
        var nobody = new double[people + 1];
        nobody[0] = 1;
        for (var count = 2; count <= people; count++) nobody[count] = (count - 1) * (nobody[count - 1] + nobody[count - 2]);
        return [.. Enumerable.Range(0, people + 1).Select(inPlace => nobody[people - inPlace] / (Factorial(inPlace) * Factorial(people - inPlace)))];
    }

    private static double Factorial(int number) => number < 2 ? 1 : number * Factorial(number - 1);

    private static double[] Sum(double[] one, double[] other)
    {
        var sum = new double[one.Length + other.Length - 1];
        for (var left = 0; left < one.Length; left++)
        {
            for (var right = 0; right < other.Length; right++) sum[left + right] += one[left] * other[right];
        }
        return sum;
    }
}
