using System.Reflection;

namespace RetroBot.Tests.Attacks;

/// <summary>Finds attacks and mistakes by themselves: to add one is to add a file.</summary>
internal static class Everything
{
    public static IReadOnlyList<Type> Of<T>() => [.. Assembly.GetExecutingAssembly().GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];
}
