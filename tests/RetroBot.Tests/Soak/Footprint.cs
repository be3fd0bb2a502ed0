using System.Globalization;

namespace RetroBot.Tests.Soak;

/// <summary>What a process holds, as the operating system says.</summary>
/// <param name="Memory">Megabytes in working memory.</param>
/// <param name="Handles">Open files and connections.</param>
internal readonly record struct Footprint(int Memory, int Handles)
{
    private const int KilobytesPerMegabyte = 1024;

    public static Footprint Of(int process)
    {
        var resident = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = int.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        return new(kilobytes / KilobytesPerMegabyte, Directory.GetFiles($"/proc/{process}/fd").Length);
    }

    public override string ToString() => $"{Memory} MB, {Handles} handles";
}
