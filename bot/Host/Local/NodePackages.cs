using System.Globalization;
using System.Security.Cryptography;

namespace RetroBot.Host.Local;

/// <summary>Keeps a folder's npm packages as its lock file says, installing them on first use and whenever the lock file has changed.</summary>
/// <param name="report">Told what takes long, for a person to read.</param>
internal sealed class NodePackages(Action<string> report, TimeProvider time)
{
    private const int OldestNode = 20;

    // npm says first what is wrong, and then, at length, how it wants to be used.
    private const int QuotedLines = 12;

    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);
    private static readonly string[] NetworkErrors = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET", "ENETUNREACH"];
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Safe to call from several processes at once: one installs, the others wait for it.</summary>
    /// <exception cref="LocalSetupException">Node.js or npm is missing or too old, or npm failed.</exception>
    public async Task EnsureAsync(string folder, CancellationToken ct)
    {
        var wanted = await LockHashAsync(folder, ct);
        if (await HoldsAsync(folder, wanted, ct)) return;

        await RequireNodeAsync(folder, ct);
        await using var turn = await TakeTurnAsync(folder, ct);
        if (await HoldsAsync(folder, wanted, ct)) return;

        report($"Installing the npm packages of {folder} (first use only) …");
        await InstallAsync(folder, ct);
        await File.WriteAllTextAsync(Marker(folder), wanted, ct);
    }

    /// <summary>What is wrong with the Node.js that calls itself <paramref name="version"/> (such as <c>v20.1.0</c>); null for nothing.</summary>
    internal static string? ProblemWith(string? version) =>
        version is ['v', .. var digits] && int.TryParse(digits.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= OldestNode
            ? null
            : $"RetroBot's local tools need Node.js {OldestNode} or later on the PATH; found {version ?? "none"}. Get it from https://nodejs.org.";

    // Inside node_modules, so that whoever deletes the packages deletes the claim that they are there.
    private static string Marker(string folder) => Path.Combine(folder, "node_modules", ".installed-from");

    private static async Task<string> LockHashAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, "package-lock.json");
        if (!File.Exists(path)) throw new LocalSetupException($"{path} is missing: there is nothing that says which npm packages to install.");
        return Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(path, ct)));
    }

    private static async Task<bool> HoldsAsync(string folder, string wanted, CancellationToken ct) =>
        File.Exists(Marker(folder)) && string.Equals(await File.ReadAllTextAsync(Marker(folder), ct), wanted, StringComparison.Ordinal);

    private static async Task RequireNodeAsync(string folder, CancellationToken ct)
    {
        var node = await Command.RunAsync("node", ["--version"], folder, ct);
        if (ProblemWith(node?.Output is [var first, ..] ? first : null) is { } problem) throw new LocalSetupException(problem);
    }

    private async Task<FileStream> TakeTurnAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, ".npm-ci.lock");
        var waiting = false;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!waiting) report($"Waiting for another process that installs the npm packages of {folder} …");
                waiting = true;
                await Task.Delay(LockPoll, time, ct);
            }
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken ct)
    {
        // No package that RetroBot uses needs its install script to run.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var npm = await Command.RunAsync(Npm, arguments, folder, ct)
            ?? throw new LocalSetupException("Node.js is installed but npm is not on the PATH. It comes with Node.js from https://nodejs.org.");
        if (npm.ExitCode == 0) return;

        var reason = npm.Output.Any(line => NetworkErrors.Any(error => line.Contains(error, StringComparison.Ordinal)))
            ? "npm could not reach its package registry. The first use needs a network; later ones do not."
            : $"npm ci ended with code {npm.ExitCode}.";
        throw new LocalSetupException(
            $"The npm packages of {folder} could not be installed: {reason} npm says:{Environment.NewLine}"
            + string.Join(Environment.NewLine, npm.Output.Take(QuotedLines).Select(line => "  " + line)));
    }
}
