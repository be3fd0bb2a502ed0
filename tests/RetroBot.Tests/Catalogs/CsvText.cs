using System.Text;

namespace RetroBot.Tests.Catalogs;

/// <summary>Reads RFC 4180 and nothing else: it refuses what the RFC has no rule for.</summary>
internal static class CsvText
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Encoding.UTF8.Preamble)) throw new FormatException("No mark of UTF-8.");
        var records = Records(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.AsSpan(Encoding.UTF8.Preamble.Length)));
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public static List<List<string>> Records(string text)
    {
        List<List<string>> records = [];
        List<string> record = [];
        for (var at = 0; at < text.Length;)
        {
            var cell = text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at);
            record.Add(cell);
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }
            if (!text.AsSpan(at).StartsWith("\r\n")) throw new FormatException($"A record ends in CR LF; at {at}.");
            at += 2;
            records.Add(record);
            if (record.Count != records[0].Count) throw new FormatException($"Record {records.Count} has {record.Count} cells.");
            record = [];
        }
        return records;
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else break;
        }
        at++;
        return cell.ToString();
    }

    private static string Bare(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && text[at] is not (',' or '\r'))
            if (text[at++] is '"' or '\n') throw new FormatException($"Only a quoted cell holds this; at {at}.");
        return text[from..at];
    }
}
