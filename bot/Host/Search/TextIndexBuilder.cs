using Microsoft.Data.Sqlite;

namespace RetroBot.Host.Search;

/// <summary>Takes in the texts of rows, one row after the other, and makes an index of them. It keeps words, and no text.</summary>
internal sealed class TextIndexBuilder
{
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly SqliteConnection connection = InMemory();
    private readonly SqliteTransaction filling;
    private readonly SqliteCommand add;

    public TextIndexBuilder()
    {
        using (var create = connection.CreateCommand())
        {
            create.CommandText = "CREATE VIRTUAL TABLE texts USING fts5(title, rest, content='', tokenize='ascii')";
            create.ExecuteNonQuery();
        }
        filling = connection.BeginTransaction();
        add = connection.CreateCommand();
        add.CommandText = "INSERT INTO texts(rowid, title, rest) VALUES ($row, $title, $rest)";
        foreach (var parameter in (string[])["$row", "$title", "$rest"]) add.Parameters.Add(new SqliteParameter { ParameterName = parameter });
    }

    /// <param name="row">From 0 on; another one each time.</param>
    public void Add(int row, string title, string rest)
    {
        (add.Parameters[0].Value, add.Parameters[1].Value, add.Parameters[2].Value) = (row, Stems(title), Stems(rest));
        add.ExecuteNonQuery();
    }

    public TextIndex Build()
    {
        filling.Commit();
        add.Dispose();
        return new TextIndex(connection, new Vocabulary(stems));
    }

    private static SqliteConnection InMemory()
    {
        SQLitePCL.Batteries_V2.Init();
        var opened = new SqliteConnection("Data Source=:memory:");
        opened.Open();
        return opened;
    }

    private string Stems(string text) => string.Join(' ', SearchWords.Of(text, stems).Select(word =>
    {
        stems.TryAdd(word.Written, word.Stem);
        return word.Stem;
    }));
}
