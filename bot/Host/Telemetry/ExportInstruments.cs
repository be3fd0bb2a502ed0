using System.Diagnostics.Metrics;
using RetroBot.Cards.Catalogs;

namespace RetroBot.Host.Telemetry;

/// <summary>Files that program owners take out of the catalog. They rest on published case studies, and on no answer.</summary>
internal sealed class ExportInstruments(IMeterFactory meters)
{
    private readonly Counter<long> exports = meters.OfRetroBot().CreateCounter<long>("retrobot.exports", "{export}", "Exports, by what became of them.");

    /// <param name="format">As the file's name ends.</param>
    /// <param name="problem">Null where the file arrived.</param>
    public void Ended(string format, ExportProblem? problem) => Count(format, problem is { } why ? Measures.Word(why) : "completed");

    /// <summary>Sends a file over HTTP, and counts it.</summary>
    public async Task CountAsync(string format, Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (OperationCanceledException)
        {
            Count(format, "cancelled");
            throw;
        }
        catch
        {
            Count(format, Measures.Word(ExportProblem.Broken));
            throw;
        }
        Count(format, "completed");
    }

    private void Count(string format, string outcome) => exports.Add(1, new KeyValuePair<string, object?>("retrobot.export.format", format), new("retrobot.export.outcome", outcome));
}
