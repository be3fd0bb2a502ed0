using System.Runtime.InteropServices;

namespace RetroBot.Tests.Browser;

/// <summary>A Chromium on this machine, and what its process must find in its environment.</summary>
internal sealed record Chromium(string Path, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Names the browser to use instead of the one that the tests would choose.</summary>
    public const string PathSetting = "RETROBOT_CHROMIUM";

    private static readonly string[] OnUnix = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private static readonly string[] OnMac =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] OnWindows = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly System.Environment.SpecialFolder[] WindowsRoots =
        [System.Environment.SpecialFolder.ProgramFiles, System.Environment.SpecialFolder.ProgramFilesX86, System.Environment.SpecialFolder.LocalApplicationData];

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The browser that was asked for; else the pinned one, whose pictures are the same everywhere; else one that is installed.</summary>
    /// <param name="asked">What <see cref="PathSetting"/> says; null or empty for nothing.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static async Task<Chromium> FindAsync(string? asked)
    {
        if (!string.IsNullOrEmpty(asked)) return AskedFor(asked);
        if (PinnedChromium.RunsHere) return await PinnedChromium.UnpackAsync();
        return Installed().FirstOrDefault(File.Exists) is { } installed
            ? new Chromium(installed, Nothing)
            : throw new FileNotFoundException(
                $"No Chromium on this machine ({RuntimeInformation.RuntimeIdentifier}). Install Chromium, Google Chrome or Microsoft Edge, or name one in {PathSetting}.");
    }

    private static Chromium AskedFor(string path) =>
        File.Exists(path) ? new Chromium(path, Nothing) : throw new FileNotFoundException($"{PathSetting} names {path}, which does not exist.", path);

    private static string[] Installed()
    {
        if (OperatingSystem.IsMacOS()) return OnMac;
        if (!OperatingSystem.IsWindows()) return OnUnix;
        return [.. from program in OnWindows from root in WindowsRoots select System.IO.Path.Combine(System.Environment.GetFolderPath(root), program)];
    }
}
