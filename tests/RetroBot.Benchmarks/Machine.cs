using System.Globalization;
using System.Runtime.InteropServices;

namespace RetroBot.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";
    private const string LinuxTimes = "/proc/stat";
    private const double Gibibyte = 1 << 30;

    public static string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    /// <summary>How long its processors, taken together, have worked for other machines that they belong to as well; null where that is not told.</summary>
    public static TimeSpan? Stolen => File.Exists(LinuxTimes)
        // "cpu", then hundredths of a second: user, nice, system, idle, iowait, irq, softirq, steal.
        ? TimeSpan.FromMilliseconds(10 * long.Parse(File.ReadLines(LinuxTimes).First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[8], CultureInfo.InvariantCulture))
        : null;

    private static string Processor =>
        (File.Exists(LinuxProcessors) ? File.ReadLines(LinuxProcessors) : [])
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
