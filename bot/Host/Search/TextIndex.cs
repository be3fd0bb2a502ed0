using Microsoft.Data.Sqlite;

namespace RetroBot.Host.Search;

/// <summary>Finds rows by their words, the most telling first (SQLite's full-text search, BM25). It lies in memory and nowhere else, holds words without their texts, and never changes.</summary>
/// <remarks>Nobody closes it: once another has taken its place and the last search in it has ended, its memory goes with SQLite's own handle, as everything does that nobody holds. One search at a time, since a connection takes no two.</remarks>
internal sealed class TextIndex
{
    /// <summary>A word of the title says as much as eight of the rest.</summary>
    private const string Find = "SELECT rowid FROM texts WHERE texts MATCH $words ORDER BY bm25(texts, 8.0, 1.0), rowid";

    private readonly SqliteCommand find;
    private readonly Vocabulary vocabulary;
    private readonly Lock gate = new();

    /// <param name="connection">With the table; taken over.</param>
    public TextIndex(SqliteConnection connection, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        find = connection.CreateCommand();
        find.CommandText = Find;
        find.Parameters.Add(new SqliteParameter { ParameterName = "$words" });
    }

    /// <summary>The rows that hold every word of the question, in some form of it; where none does, those that hold some of them.</summary>
    /// <returns>The best first.</returns>
    public IReadOnlyList<int> Matching(IReadOnlyList<SearchWord> question)
    {
        var stems = question.Select(vocabulary.StemsFor).Where(some => some.Count > 0).ToList();
        if (stems.Count == 0) return [];
        var each = stems.Select(some => $"({string.Join(" OR ", some.Select(Quoted))})").Distinct(StringComparer.Ordinal).ToList();
        lock (gate) return stems.Count == question.Count && Rows(string.Join(" AND ", each)) is { Count: > 0 } all ? all : Rows(string.Join(" OR ", each));
    }

    private List<int> Rows(string words)
    {
        find.Parameters[0].Value = words;
        using var reader = find.ExecuteReader();
        List<int> rows = [];
        while (reader.Read()) rows.Add(reader.GetInt32(0));
        return rows;
    }

    /// <summary>Words are letters and digits; in quotes none of them is an operator.</summary>
    private static string Quoted(string stem) => $"\"{stem}\"";
}
