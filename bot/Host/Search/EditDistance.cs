namespace RetroBot.Host.Search;

/// <summary>How many letters must be added, left out, changed, or swapped with their neighbour to make one word another (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <param name="most">Whether it is more than that is all that matters; what is returned then is larger.</param>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        Span<int> before = stackalloc int[other.Length + 1], above = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++) above[column] = column;
        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                row[column] = Math.Min(Math.Min(above[column], row[column - 1]) + 1, above[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1));
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1]) row[column] = Math.Min(row[column], before[column - 2] + 1);
                least = Math.Min(least, row[column]);
            }
            if (least > most) return most + 1;
            var spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[other.Length];
    }
}
