using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace RetroBot.Tests.Browser;

/// <summary>The Chromium inside the npm package <c>@sparticuz/chromium</c>: headless, for Linux on x64, with the libraries and the font that a bare machine lacks.</summary>
internal static class PinnedChromium
{
    public static bool RunsHere => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>Unpacks it into the artifacts, once a version. Safe for several processes at once: whoever is ready first wins.</summary>
    public static async Task<Chromium> UnpackAsync()
    {
        var package = Path.Combine(await Clone.NodeModulesAsync(), "@sparticuz", "chromium");
        var folder = Path.Combine(Clone.Artifacts, "chromium", await VersionAsync(package));
        if (!Directory.Exists(folder))
        {
            var unfinished = Directory.CreateDirectory($"{folder}.{Guid.NewGuid():N}").FullName;
            await UnpackAsync(Path.Combine(package, "bin"), unfinished);
            await File.WriteAllTextAsync(Path.Combine(unfinished, "fonts.conf"), FontConfiguration(folder));
            Publish(unfinished, folder);
        }

        return new Chromium(Path.Combine(folder, "chromium"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(folder, "lib"),
            ["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf"),
        });
    }

    private static async Task<string> VersionAsync(string package) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(package, "package.json"))))[..12];

    private static async Task UnpackAsync(string archives, string folder)
    {
        await using (var packed = Open(archives, "chromium.br"))
        await using (var program = File.Create(Path.Combine(folder, "chromium")))
        {
            await packed.CopyToAsync(program);
        }

        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(Path.Combine(folder, "chromium"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" })
        {
            await using var files = Open(archives, archive);
            await TarFile.ExtractToDirectoryAsync(files, folder, overwriteFiles: true);
        }
    }

    private static BrotliStream Open(string archives, string archive) => new(File.OpenRead(Path.Combine(archives, archive)), CompressionMode.Decompress);

    private static void Publish(string unfinished, string folder)
    {
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    // Only the package's own font, whatever the machine has: pictures must not depend on it.
    private static string FontConfiguration(string folder) => $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{Path.Combine(folder, "fonts")}</dir>
          <cachedir>{Path.Combine(folder, "fonts-cache")}</cachedir>
        </fontconfig>
        """;
}
