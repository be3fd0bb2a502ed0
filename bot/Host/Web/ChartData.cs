namespace RetroBot.Host.Web;

/// <summary>A table, and the chart that is drawn of it where a browser runs scripts.</summary>
/// <param name="Corner">What the lines are.</param>
/// <param name="Axis">What the chart measures; null for a table alone.</param>
public sealed record ChartData(string Title, string Corner, string? Axis, bool IsPercent, IReadOnlyList<string> Columns, IReadOnlyList<ChartData.Line> Lines)
{
    public sealed record Line(string Name, IReadOnlyList<Cell> Cells);

    /// <param name="Value">What is drawn: of a range, where it begins. Null for nothing.</param>
    public sealed record Cell(string Text, int? Value);
}
