using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RetroBot.Tests.Cards.Rendering;

/// <summary>What a good card keeps to and the official parser does not ask for.</summary>
internal static class CardRules
{
    private const string Version = "1.5";
    private const int MostActions = 6;
    private const int MostBytes = 25 * 1024;

    /// <summary>Letters of all scripts as they are, and not as six characters of ASCII.</summary>
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> FaultsOf(JsonObject card)
    {
        var size = Encoding.UTF8.GetByteCount(card.ToJsonString(AsSent));
        if (size > MostBytes) yield return $"$ has {size} bytes, over {MostBytes}";
        if (!string.Equals(Text(card, "version"), Version, StringComparison.Ordinal)) yield return $"$.version is not {Version}";

        var elements = card.Elements().ToArray();
        var ids = elements.Select(element => Text(element, "id")).Where(id => id is not null).ToHashSet(StringComparer.Ordinal);
        foreach (var fault in elements.SelectMany(element => FaultsOf(element, ids))) yield return fault;
    }

    private static IEnumerable<string> FaultsOf(JsonObject element, HashSet<string?> ids)
    {
        var path = element.GetPath();
        var type = Text(element, "type") ?? "";
        if (type is "Image" or "Media" && IsBlank(element, "altText")) yield return $"{path} has no altText";
        if (type is "TextBlock" or "TextRun" && IsBlank(element, "text")) yield return $"{path} is an empty {type}";
        if (type.StartsWith("Input.", StringComparison.Ordinal) && IsBlank(element, "label")) yield return $"{path} has no label";
        if (type.StartsWith("Input.", StringComparison.Ordinal) && IsChecked(element) && IsBlank(element, "errorMessage")) yield return $"{path} has no errorMessage";
        if (type.StartsWith("Action.", StringComparison.Ordinal) && IsBlank(element, "title")) yield return $"{path} has no title";
        if (type.StartsWith("Chart.", StringComparison.Ordinal) && element["fallback"] is not JsonObject) yield return $"{path} has no fallback";
        if (element["actions"] is JsonArray { Count: > MostActions } actions) yield return $"{path}.actions are {actions.Count}, over {MostActions}";
        if (element["targetElements"] is not JsonArray targets) yield break;
        foreach (var target in targets.Select(IdOf).Where(id => !ids.Contains(id))) yield return $"{path} toggles {target}, which is not on the card";
    }

    // What the client holds a value against before it sends it.
    private static bool IsChecked(JsonObject input) =>
        input["isRequired"]?.GetValue<bool>() == true || input["regex"] is not null || input["min"] is not null || input["max"] is not null;

    private static string? IdOf(JsonNode? target) => target is JsonObject described ? Text(described, "elementId") : target?.GetValue<string>();

    private static bool IsBlank(JsonObject element, string property) => string.IsNullOrWhiteSpace(Text(element, property));

    private static string? Text(JsonObject element, string property) => element[property] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
