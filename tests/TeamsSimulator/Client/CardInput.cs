using System.Text.Json;
using RetroBot.Simulation.Connector;

namespace RetroBot.Simulation.Client;

/// <summary>An input on a card as its reader can use it.</summary>
internal sealed class CardInput(JsonElement input)
{
    public string Id => input.At("id").AsText() ?? throw new InvalidOperationException("An input without an id can send nothing.");

    /// <param name="typed">Null when the person left the input as it was.</param>
    /// <returns>Null when the client leaves it out: it is empty.</returns>
    /// <exception cref="InvalidOperationException">The client would not send the form.</exception>
    public string? ValueSent(string? typed)
    {
        var value = typed ?? Initial();
        if (string.IsNullOrEmpty(value))
        {
            return input.At("isRequired").ValueKind == JsonValueKind.True
                ? throw new InvalidOperationException($"The required input {Id} is empty.")
                : null;
        }

        if (typed is not null && Allowed() is { } allowed && typed.Split(',').Except(allowed, StringComparer.Ordinal).Any())
            throw new InvalidOperationException($"The input {Id} offers no '{typed}'; it offers: {string.Join(", ", allowed)}.");
        return value;
    }

    private bool IsToggle => input.At("type").ValueEquals("Input.Toggle");

    private string On => input.At("valueOn").AsText() ?? "true";

    private string Off => input.At("valueOff").AsText() ?? "false";

    private string? Initial()
    {
        var value = input.At("value");
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.AsText();
        return text ?? (IsToggle ? Off : null);
    }

    /// <summary>Null when anything may be typed. Several choices are sent with commas between them, so a choice's value has none.</summary>
    private IReadOnlyList<string>? Allowed() =>
        IsToggle ? [On, Off]
        : input.At("type").ValueEquals("Input.ChoiceSet") && input.At("choices.data").ValueKind == JsonValueKind.Undefined
            ? [.. input.At("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!)]
            : null;
}
