using Microsoft.Data.Sqlite;

namespace RetroBot.Host.Search;

/// <summary>Finds rows by their words, the most telling first (BM25). It lies in memory and nowhere else, holds words without their texts, and is thrown away whole.</summary>
internal sealed class TextIndex : IDisposable
{
    /// <summary>A word of the title says as much as eight of the rest.</summary>
    private const string Rank = "bm25(texts, 8.0, 1.0)";

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteTransaction filling;
    private readonly SqliteCommand add;
    private readonly SqliteCommand find;
    private readonly Vocabulary vocabulary = new();
    private readonly Lock gate = new();

    public TextIndex()
    {
        SQLitePCL.Batteries_V2.Init();
        connection.Open();
        using (var create = Command("CREATE VIRTUAL TABLE texts USING fts5(title, rest, content='', tokenize='ascii')")) create.ExecuteNonQuery();
        filling = connection.BeginTransaction();
        add = Command("INSERT INTO texts(rowid, title, rest) VALUES ($row, $title, $rest)", "$row", "$title", "$rest");
        find = Command($"SELECT rowid FROM texts WHERE texts MATCH $words ORDER BY {Rank}, rowid", "$words");
        (add.Transaction, find.Transaction) = (filling, filling);
    }

    /// <param name="row">Another one each time.</param>
    public void Add(int row, string title, string rest)
    {
        lock (gate)
        {
            (add.Parameters[0].Value, add.Parameters[1].Value, add.Parameters[2].Value) = (row, Known(title), Known(rest));
            add.ExecuteNonQuery();
        }
    }

    /// <summary>The rows that hold every word of the question, in some form of it; where none does, those that hold some of them.</summary>
    /// <returns>The best first.</returns>
    public IReadOnlyList<int> Matching(IReadOnlyList<SearchWord> question)
    {
        lock (gate)
        {
            var stems = question.Select(vocabulary.StemsFor).Where(stems => stems.Count > 0).ToList();
            if (stems.Count == 0) return [];
            var each = stems.Select(some => $"({string.Join(" OR ", some.Select(Quoted))})").ToList();
            return stems.Count == question.Count && Rows(string.Join(" AND ", each)) is { Count: > 0 } all ? all : Rows(string.Join(" OR ", each));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            add.Dispose();
            find.Dispose();
            filling.Dispose();
            connection.Dispose();
        }
    }

    private List<int> Rows(string words)
    {
        find.Parameters[0].Value = words;
        using var reader = find.ExecuteReader();
        List<int> rows = [];
        while (reader.Read()) rows.Add(reader.GetInt32(0));
        return rows;
    }

    private string Known(string text) => string.Join(' ', SearchWords.Of(text).Select(word =>
    {
        vocabulary.Add(word);
        return word.Stem;
    }));

    /// <summary>Words are letters and digits; in quotes none of them is an operator.</summary>
    private static string Quoted(string stem) => $"\"{stem}\"";

    private SqliteCommand Command(string text, params IEnumerable<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }
}
