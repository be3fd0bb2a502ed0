using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Tests.Browser;

namespace RetroBot.Tests.Upgrades;

/// <summary>What a version of RetroBot left behind: all its rows, the master key, and what the cards in people's chats send.</summary>
/// <param name="MasterKey">As its file has it; made up for this.</param>
/// <param name="Presses">By member: what "nothing to report" on their card sends; null for who had none.</param>
internal sealed record Stored(DateTimeOffset Now, Uri ServiceUrl, string MasterKey, IReadOnlyList<JsonNode?> Presses, IReadOnlyList<StoredRow> Rows)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder { get; } = Clone.Tests("Upgrades", "Stored");

    /// <summary>The names of all there are, the newest last.</summary>
    public static IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Columns of every kind of row, with their types.</summary>
    public IEnumerable<string> Shape => Rows.SelectMany(row => row.Shape).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static async Task<Stored> ReadAsync(string name, CancellationToken ct) => JsonSerializer.Deserialize<Stored>(await File.ReadAllTextAsync(FileOf(name), ct), Format)!;

    public Task WriteAsync(string name, CancellationToken ct) => File.WriteAllTextAsync(FileOf(name), JsonSerializer.Serialize(this, Format) + "\n", ct);

    private static string FileOf(string name) => Path.Combine(Folder, $"{name}.json");
}
