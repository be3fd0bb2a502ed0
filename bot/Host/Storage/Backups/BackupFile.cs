using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RetroBot.Host.Storage.Backups;

/// <summary>A backup: UTF-8, a line of JSON each. First what it is, then the rows, last how many there are, so that one that was cut off is known.</summary>
internal static class BackupFile
{
    private const string Format = "retrobot-backup-1";

    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>How many rows were written.</returns>
    public static async Task<int> WriteAsync(Stream file, Instant made, IAsyncEnumerable<BackupLine> lines, Action<int> progress, CancellationToken ct)
    {
        await using var text = new StreamWriter(file, leaveOpen: true);
        await LineAsync(new Head(Format, InstantPattern.ExtendedIso.Format(made)));
        var count = 0;
        await foreach (var line in lines.WithCancellation(ct))
        {
            await LineAsync(line);
            progress(++count);
        }
        await LineAsync(new Tail(count));
        return count;

        Task LineAsync<T>(T line) => text.WriteLineAsync(JsonSerializer.Serialize(line, Words));
    }

    /// <summary>Reads it from its beginning. That it is whole is certain only when the last line has come.</summary>
    /// <exception cref="BackupException">It is no backup, not whole, or was changed.</exception>
    public static async IAsyncEnumerable<BackupLine> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        file.Position = 0;
        using var text = new StreamReader(file, leaveOpen: true);
        var (number, next) = (1, await text.ReadLineAsync(ct));
        if (Read<Head>(next, number)?.Format is var format && format != Format)
            throw new BackupException(format is null ? "The file is no backup of RetroBot." : $"The file is a backup of the format {format}, and this version of RetroBot knows {Format} alone. Restore it with the version that made it.");
        var count = 0;
        for (var line = await text.ReadLineAsync(ct); ; line = next, count++)
        {
            next = await text.ReadLineAsync(ct);
            if (next is null)
            {
                if (Read<Tail>(line, number + 1)?.Rows != count) throw new BackupException("The backup is not whole: its end is missing, or lines of it are. Take another one.");
                yield break;
            }
            number++;
            yield return Read<BackupLine>(line, number) is { Table: not null, Partition: not null, Row: not null, Columns: not null } row ? row : throw Broken(number);
        }
    }

    private static T? Read<T>(string? line, int number) where T : class
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<T>(line, Words);
        }
        catch (JsonException)
        {
            throw number == 1 ? new BackupException("The file is no backup of RetroBot.") : Broken(number);
        }
    }

    private static BackupException Broken(int line) => new(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the backup is broken. Take another one."));

    private sealed record Head(string Format, string Made);

    private sealed record Tail(int? Rows);
}
