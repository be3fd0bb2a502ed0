namespace RetroBot.Host.Local;

/// <summary><c>infra/local</c> of the clone: the pinned tools, and what they keep.</summary>
internal sealed record LocalFolder(string Path)
{
    private const string DataSetting = "RetroBot:Local:Data";

    /// <summary>Everything that is written while running; git-ignored. Delete it to start afresh.</summary>
    public string Data { get; private init; } = System.IO.Path.Combine(Path, "data");

    /// <summary>The script that ends a Node.js program together with the service.</summary>
    public string EndWithParent => System.IO.Path.Combine(Path, "end-with-parent.cjs");

    /// <summary>Holds an <c>xdg-open</c> that opens nothing.</summary>
    public string NoBrowser => System.IO.Path.Combine(Path, "no-browser");

    /// <summary>The file of an installed npm package.</summary>
    public string Package(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, "node_modules", .. parts]);

    /// <summary>That of the clone in which the service runs.</summary>
    /// <exception cref="LocalSetupException">It does not run in a clone.</exception>
    public static LocalFolder Of(IHostEnvironment environment, IConfiguration configuration)
    {
        var local = FindFrom(environment.ContentRootPath, AppContext.BaseDirectory);
        return configuration[DataSetting] is { Length: > 0 } data ? local with { Data = System.IO.Path.GetFullPath(data) } : local;
    }

    /// <summary>Looks in the given folders and in every folder above them.</summary>
    /// <exception cref="LocalSetupException">None of them lies in a clone.</exception>
    public static LocalFolder FindFrom(params IEnumerable<string> starts)
    {
        foreach (var start in starts)
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var candidate = new LocalFolder(System.IO.Path.Combine(at.FullName, "infra", "local"));
                if (File.Exists(candidate.EndWithParent)) return candidate;
            }
        }

        throw new LocalSetupException(
            "The storage emulator and the Agents Playground can only be started from a clone of RetroBot: there is no infra/local above "
            + $"{string.Join(" or ", starts)}. Give Storage:ConnectionString and set RetroBot:Local:Playground=false to run without them.");
    }
}
