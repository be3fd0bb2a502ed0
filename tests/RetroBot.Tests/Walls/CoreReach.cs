using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RetroBot.Tests.Walls;

/// <summary>What a compiled assembly reaches that Core must not: read from the assembly itself, so that neither implicit usings nor <c>var</c> hide it.</summary>
internal static class CoreReach
{
    private static readonly string[] Namespaces = ["Microsoft", "Azure", "AdaptiveCards", "Newtonsoft", "System.IO", "System.Net", "System.Data", "System.Security.Cryptography"];

    /// <summary>Clocks, randomness, and the machine.</summary>
    private static readonly string[] Types = ["System.TimeProvider", "System.Random", "System.Environment", "System.Console", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "NodaTime.SystemClock"];

    public static IEnumerable<string> Breaches(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name is not "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal)),
            .. metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle))
                .Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
                .Where(type => Namespaces.Any(forbidden => IsIn(type.Namespace, forbidden)) || Types.Contains($"{type.Namespace}.{type.Name}", StringComparer.Ordinal))
                .Select(type => $"{type.Namespace}.{type.Name}")
                .Where(type => !IsFromCompiler(type)),
        ];
    }

    private static bool IsIn(string name, string outer) => string.Equals(name, outer, StringComparison.Ordinal) || name.StartsWith(outer + ".", StringComparison.Ordinal);

    private static bool IsFromCompiler(string type) => type.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);
}
