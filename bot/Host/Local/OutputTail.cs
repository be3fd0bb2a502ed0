namespace RetroBot.Host.Local;

/// <summary>The last lines that a child process wrote: what an error message quotes.</summary>
internal sealed class OutputTail
{
    private const int MostLines = 40;
    private readonly Queue<string> lines = new();

    public void Add(string line)
    {
        lock (lines)
        {
            if (lines.Count == MostLines) lines.Dequeue();
            lines.Enqueue(line);
        }
    }

    /// <summary>Indented, so that it stands apart in a message; says so when there was nothing.</summary>
    public override string ToString()
    {
        lock (lines)
        {
            return lines.Count == 0 ? "  (no output)" : string.Join(Environment.NewLine, lines.Select(line => "  " + line));
        }
    }
}
