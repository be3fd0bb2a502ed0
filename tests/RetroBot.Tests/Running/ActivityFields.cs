using System.Globalization;
using System.Text.Json.Nodes;

namespace RetroBot.Tests.Running;

/// <summary>The fields of an activity, one by one, to put something else in their place.</summary>
internal static class ActivityFields
{
    public static IEnumerable<string> PathsIn(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => (string[])[$"{fields.GetPath()}.{field.Key}", .. field.Value is null ? [] : PathsIn(field.Value)]),
        JsonArray items => items.SelectMany(item => item is null ? [] : PathsIn(item)),
        _ => [],
    };

    /// <param name="json">Put in as it is, even where it is no JSON; null removes the field.</param>
    public static string Replaced(JsonObject activity, string path, string? json)
    {
        const string Mark = "@@replaced@@";
        var root = activity.DeepClone();
        var cut = path.LastIndexOf('.');
        var parent = At(root, path[..cut]).AsObject();
        if (json is null) parent.Remove(path[(cut + 1)..]);
        else parent[path[(cut + 1)..]] = Mark;
        return root.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    private static JsonNode At(JsonNode root, string path)
    {
        var node = root;
        foreach (var part in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries).Skip(1)) node = part.EndsWith(']') ? node[int.Parse(part[..^1], CultureInfo.InvariantCulture)]! : node[part]!;
        return node;
    }
}
