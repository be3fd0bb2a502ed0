using RetroBot.Host.Local;
using RetroBot.Tests.Local;

namespace RetroBot.Tests.Infra;

/// <summary>The scripts of <c>infra/</c> in a folder of their own, beside programs that only note how they were called.</summary>
internal sealed class ScriptFolder : IDisposable
{
    /// <summary>Says what Azure would, and notes what it was asked. The secret is there once it was put there.</summary>
    private const string Az = """
        #!/bin/bash
        echo "az $*" >> calls
        case "$*" in
          "account show"*) [[ ! -e signed-out ]] || exit 1; [[ "$*" != *--query* ]] || echo "Contoso production" ;;
          "ad app create"*) echo 0a1b2c3d-0000-4000-8000-000000000001 ;;
          "group show"*) echo /subscriptions/0/resourceGroups/retrobot ;;
          "keyvault list-deleted"*) [[ ! -e deleted-vault ]] || cat deleted-vault ;;
          "resource show"*) [[ -e secret ]] || exit 3 ;;
          "deployment group create"*master-key.bicep*) file=$(sed -E 's/.*@([^ ]+).*/\1/' <<<"$*"); ls -l "$file" | cut -c1-10 >> calls; cat "$file" > secret ;;
          "deployment group show"*) name=$(sed -E 's/.*outputs\.([A-Za-z]+)\..*/\1/' <<<"$*"); echo "the-$name" ;;
        esac
        """;

    private static readonly string[] Others = ["npm", "zip", "curl"];

    private readonly TemporaryFolder folder = new();

    public ScriptFolder(bool mailIsSet = true)
    {
        foreach (var (path, text) in InfraFiles.All) Write($"infra/{path}", text);
        if (mailIsSet) Write("infra/main.bicepparam", InfraFiles.All["main.bicepparam"].Replace("retrobot-operators@contoso.com", "operators@fabrikam.com", StringComparison.Ordinal));
        AddProgram("az", Az);
        foreach (var program in Others) AddProgram(program, $"#!/bin/bash\necho \"{program} $*\" >> \"{folder.Path}/calls\"\n");
        AddProgram("dotnet", "#!/bin/bash\necho \"dotnet $* OfficialSdk=$OfficialSdk\" >> calls\nmkdir -p artifacts/deploy\n");
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Path.Combine(folder.Path, "calls")) ? File.ReadAllLines(Path.Combine(folder.Path, "calls")) : [];

    public string Root => folder.Path;

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
        folder.Write(name, text);
    }

    public Task<Command> RunAsync(string script, string arguments, CancellationToken ct) => RunWithAsync($"{folder.Path}/programs:/usr/bin:/bin", script, arguments, ct);

    /// <param name="programs">The folders in which programs are found.</param>
    public async Task<Command> RunWithAsync(string programs, string script, string arguments, CancellationToken ct) =>
        (await Command.RunAsync("env", ["-i", $"PATH={programs}", "/bin/bash", "-c", $"/bin/bash infra/{script} {arguments} </dev/null"], folder.Path, ct))!;

    public void Dispose() => folder.Dispose();

    private void AddProgram(string name, string text)
    {
        Write($"programs/{name}", text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(folder.Path, "programs", name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
