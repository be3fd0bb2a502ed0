using System.Text.Json;

namespace RetroBot.Simulation.Connector;

internal static class Json
{
    /// <summary>The value at a path of properties; <see cref="JsonValueKind.Undefined"/> when a step is missing.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
                return default;
        }

        return element;
    }

    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
