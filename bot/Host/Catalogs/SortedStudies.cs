using System.Text.Json;
using Microsoft.Data.Sqlite;
using RetroBot.Core.CaseStudies;

namespace RetroBot.Host.Catalogs;

/// <summary>
/// Case studies on their way into an export, put into the order of their random ids. They wait in a file of SQLite's own that has no name and is gone with this object; memory holds a few at a time.
/// </summary>
internal sealed class SortedStudies : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=");
    private readonly SqliteTransaction filling;
    private readonly SqliteCommand add;

    public SortedStudies()
    {
        SQLitePCL.Batteries_V2.Init();
        connection.Open();
        Run("PRAGMA journal_mode = OFF");
        Run("CREATE TABLE studies(id TEXT PRIMARY KEY, study BLOB NOT NULL)");
        filling = connection.BeginTransaction();
        add = Command("INSERT OR REPLACE INTO studies(id, study) VALUES ($id, $study)");
        add.Parameters.Add("$id", SqliteType.Text);
        add.Parameters.Add("$study", SqliteType.Blob);
    }

    public void Add(SortedStudy study)
    {
        (add.Parameters[0].Value, add.Parameters[1].Value) = (study.Id, JsonSerializer.SerializeToUtf8Bytes(study, SortedStudyFormat.Default.SortedStudy));
        add.ExecuteNonQuery();
    }

    public IEnumerable<SortedStudy> All()
    {
        using var all = Command("SELECT study FROM studies ORDER BY id");
        using var reader = all.ExecuteReader();
        while (reader.Read())
        {
            yield return JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), SortedStudyFormat.Default.SortedStudy) ?? throw new InvalidOperationException("What was written cannot be read.");
        }
    }

    public void Dispose()
    {
        add.Dispose();
        filling.Dispose();
        connection.Dispose();
    }

    private void Run(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
