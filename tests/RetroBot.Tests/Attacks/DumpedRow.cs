using System.Globalization;
using Azure.Data.Tables;

namespace RetroBot.Tests.Attacks;

/// <param name="InFile">Null where the emulator's files were not read.</param>
internal sealed record DumpedRow(string Table, TableEntity Row, SavedPlace? InFile)
{
    /// <summary>Keys, columns, time stamp and ETag, as text; bytes in base64.</summary>
    public IEnumerable<string> Texts => Row.Keys.Select(column => Row[column] switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable value => value.ToString(value is DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture),
        var value => $"{value}",
    });
}
