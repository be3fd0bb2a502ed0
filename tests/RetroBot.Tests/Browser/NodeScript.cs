using RetroBot.Host.Local;
using Xunit;

namespace RetroBot.Tests.Browser;

/// <summary>The tests' own scripts for Node.js, which read with other people's programs what RetroBot writes.</summary>
internal static class NodeScript
{
    /// <summary>Runs a script of <c>node/</c> on files with these bytes.</summary>
    /// <param name="files">By name.</param>
    /// <returns>The one line that it prints.</returns>
    public static async Task<string> ReadAsync(string script, CancellationToken ct, params (string Name, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("retrobot-");
        try
        {
            foreach (var (name, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes, ct);
            return await RunAsync(script, ct, [.. files.Select(file => Path.Combine(folder.FullName, file.Name))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<string> RunAsync(string script, CancellationToken ct, params string[] arguments)
    {
        await Clone.NodeModulesAsync();
        var node = await Command.RunAsync("node", [script, .. arguments], Clone.Tests("node"), ct);
        Assert.True(node?.ExitCode == 0, string.Join('\n', node?.Output ?? ["There is no Node.js."]));
        return node!.Output.Single();
    }
}
