using System.Text.Json;

namespace RetroBot.Host.Teams;

/// <summary>Finds the codes in the body of a refusal. Teams puts them at different depths, and sometimes into a text that is JSON itself.</summary>
internal static class ErrorCodes
{
    private const int Deepest = 4;
    private const int Longest = 64;
    private static readonly HashSet<string> Names = new(["code", "errorCode", "subCode"], StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> In(string? body)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Read(body, codes, Deepest);
        return codes;
    }

    private static void Read(string? text, HashSet<string> codes, int depth)
    {
        if (depth == 0 || text?.TrimStart() is not ['{', ..]) return;
        try
        {
            using var json = JsonDocument.Parse(text);
            Read(json.RootElement, codes, depth);
        }
        catch (JsonException)
        {
            // Gateways answer in HTML, and a text may only begin like JSON: then there is no code.
        }
    }

    private static void Read(JsonElement element, HashSet<string> codes, int depth)
    {
        if (depth == 0 || element.ValueKind != JsonValueKind.Object) return;
        foreach (var field in element.EnumerateObject())
        {
            if (Names.Contains(field.Name) && field.Value.ToString() is var code && LooksLikeCode(code)) codes.Add(code);
            else if (field.Value.ValueKind is JsonValueKind.String) Read(field.Value.GetString(), codes, depth - 1);
            else Read(field.Value, codes, depth - 1);
        }
    }

    private static bool LooksLikeCode(string text) => text.Length is > 0 and <= Longest && text.All(char.IsAsciiLetterOrDigit);
}
