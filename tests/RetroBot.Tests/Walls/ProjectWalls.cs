using System.Xml.Linq;

namespace RetroBot.Tests.Walls;

/// <summary>Which project may reference which.</summary>
internal static class ProjectWalls
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["bot/Core"] = [],
        ["cards"] = ["compat/AdaptiveCards"],
        ["bot/Host"] = ["bot/Core", "cards", "compat/BotBuilder", "compat/DataTables"],
        ["compat/AdaptiveCards"] = [],
        ["compat/BotBuilder"] = ["compat/ClientRuntime"],
        ["compat/ClientRuntime"] = [],
        ["compat/DataTables"] = [],
    };

    /// <summary>What only one of the two sides of the switch may have.</summary>
    private static readonly string[] StoodInFor = ["Microsoft.Bot.Builder", "Microsoft.Bot.Builder.Integration.AspNet.Core", "AdaptiveCards", "Azure.Data.Tables"];

    /// <param name="path">Of a project file, from the root of the repository.</param>
    public static IEnumerable<string> Breaches(string path, string xml)
    {
        var folder = FolderOf(path);
        if (folder.StartsWith("tests/", StringComparison.Ordinal)) return [];
        if (!MayReference.TryGetValue(folder, out var mayReference)) return [$"{path} is a project that no wall knows."];

        var references = XDocument.Parse(xml).Descendants().Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference" or "Reference").ToList();
        return references.SelectMany(reference => (reference.Name.LocalName, (string?)reference.Attribute("Include")) switch
        {
            ("ProjectReference", { } project) => OfProject(path, folder, FolderOf(Resolved(folder, project)), mayReference, reference),
            ("PackageReference", { } package) when StoodInFor.Contains(package, StringComparer.Ordinal) && !IsUnder(reference, "'$(OfficialSdk)' == 'true'") => [$"{path} takes {package} on both sides of the switch."],
            (_, { } name) when folder is "bot/Core" && name is not "NodaTime" => [$"{path} takes {name}."],
            _ => [],
        });
    }

    private static IEnumerable<string> OfProject(string path, string folder, string project, string[] mayReference, XElement reference)
    {
        if (!mayReference.Contains(project, StringComparer.Ordinal)) yield return $"{path} references {project}.";
        if (IsStandIn(project) && !IsStandIn(folder) && !IsUnder(reference, "'$(OfficialSdk)' != 'true'")) yield return $"{path} references {project} on both sides of the switch.";
    }

    private static bool IsUnder(XElement reference, string condition) =>
        reference.AncestorsAndSelf().Any(element => string.Equals((string?)element.Attribute("Condition"), condition, StringComparison.Ordinal));

    private static bool IsStandIn(string project) => project.StartsWith("compat/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static string Resolved(string folder, string reference) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, reference.Replace('\\', '/')))).Replace(Path.DirectorySeparatorChar, '/');
}
