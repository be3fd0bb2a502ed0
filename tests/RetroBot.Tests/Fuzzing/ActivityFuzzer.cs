using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Fuzzing;

/// <summary>Makes of real activities what no service should break at: by their fields, by their text and by their bytes. The same seed makes the same bodies in the same order.</summary>
/// <param name="real">What Teams sends when people do what they can do.</param>
internal sealed class ActivityFuzzer(IReadOnlyList<JsonObject> real, int seed)
{
    /// <summary>Put in as they are, even where they are no JSON.</summary>
    private static readonly string?[] Strange =
    [
        null, "null", "0", "-1", "7", "1e400", "1.5", "9223372036854775808", "true", "[]", "{}", "[[[[]]]]", "{\"a\":{\"a\":{\"a\":{}}}}", "\"\"", "\" \"", "\"\\u0000\\ud800\"", "\"\\ud83d\\ude00\"", "NaN", "undefined", "'x'", "\"x",
        "\"9999-99-99T99:99:99Z\"", "\"0001-01-01T00:00:00Z\"", "\"../../etc/passwd\"", "\"' OR RowKey ne '\"", "\"<script>alert(1)</script>\"", "\"=HYPERLINK(1)\"", "\"%00%0a|#?/\\\\\"", "\"{0}{1}{999}\"", "\"\\u202e\\u200f\\ufeff\"", "\"--\\r\\nX-Evil: 1\"",
        "\"19:other@thread.tacv2\"", "\"2026-W99\"", "\"00000000-0000-0000-0000-000000000000\"", "\"helped,helped\"", "[\"helped\",7]", "{\"outcome\":\"helped\"}",
    ];

    private static readonly int[] Lengths = [300, 5_000, 40_000, 300_000];

    private readonly Random random = new(seed);

    /// <summary>The next body.</summary>
    public byte[] Next()
    {
        var text = Pick(real).ToJsonString();
        for (var changes = random.Next(1, 4); changes > 0; changes--) text = Changed(text);
        return random.Next(4) > 0 ? Encoding.UTF8.GetBytes(text) : Bent(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>One field otherwise, as long as it is still an activity; then a piece of text.</summary>
    private string Changed(string text)
    {
        if (FieldsOf(text) is not var (activity, paths)) return Cut(text);
        return random.Next(12) switch
        {
            0 => ActivityFields.Replaced(activity, Pick(paths), $"\"{Long(random.Next(2) == 0 ? "ä" : "x")}\""),
            1 => ActivityFields.Replaced(activity, Pick(paths), Long("[")),
            2 => ActivityFields.Replaced(activity, Pick(paths), Pick(real).ToJsonString()),
            3 => $"{{\"{Pick((string[])["Type", "VALUE", "from", "channelData"])}\":{Pick(Strange) ?? "1"},{text[1..]}",
            4 => Cut(text),
            _ => ActivityFields.Replaced(activity, Pick(paths), Pick(Strange)),
        };
    }

    /// <summary>Without a piece, or with one twice.</summary>
    private string Cut(string text)
    {
        if (text.Length < 2) return text;
        var from = random.Next(text.Length);
        var until = Math.Min(text.Length, from + random.Next(1, 80));
        return random.Next(2) == 0 ? text.Remove(from, until - from) : text.Insert(from, text[from..until]);
    }

    /// <summary>Other bytes, or an end before the end.</summary>
    private byte[] Bent(byte[] body)
    {
        if (body.Length == 0) return body;
        if (random.Next(3) == 0) return body[..random.Next(body.Length)];
        for (var bytes = random.Next(1, 6); bytes > 0; bytes--) body[random.Next(body.Length)] = (byte)random.Next(256);
        return body;
    }

    private string Long(string piece) => string.Concat(Enumerable.Repeat(piece, Pick(Lengths)));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <returns>Null where it is no activity any more.</returns>
    private static (JsonObject Activity, IReadOnlyList<string> Paths)? FieldsOf(string text)
    {
        try
        {
            // Two fields of one name and half a character are read, and refused only when they are looked at.
            if (JsonNode.Parse(text) is not JsonObject activity || activity.ToJsonString().Length == 0) return null;
            var paths = ActivityFields.PathsIn(activity).Where(path => !path.Contains('\'', StringComparison.Ordinal)).ToList();
            return paths.Count > 0 ? (activity, paths) : null;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
