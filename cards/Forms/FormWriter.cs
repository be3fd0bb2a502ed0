using System.Globalization;
using AdaptiveCards;

namespace RetroBot.Cards.Forms;

/// <summary>Draws the fields of a form: what was typed is kept, and what is wrong with it stands right above the field.</summary>
internal sealed class FormWriter(Texts texts, FormEntries? entries)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <param name="start">What the field shows the first time; null for nothing.</param>
    public IEnumerable<AdaptiveElement> ChoiceSet(
        string id,
        string label,
        string? start,
        IEnumerable<AdaptiveChoice> choices,
        FieldRule rule,
        AdaptiveChoiceInputStyle style = AdaptiveChoiceInputStyle.Compact,
        bool several = false) =>
        Field(
            new AdaptiveChoiceSetInput
            {
                Style = style,
                IsMultiSelect = several,
                Wrap = true,
                Choices = [.. choices],
                Value = Shown(id, start),
                Placeholder = style == AdaptiveChoiceInputStyle.Compact ? texts["Form.Choose"] : null,
            },
            id,
            label,
            rule);

    /// <param name="start">What the field shows the first time; null for nothing.</param>
    public IEnumerable<AdaptiveElement> Number(string id, string label, int? start, int least, int most, FieldRule rule) =>
        Field(
            new AdaptiveNumberInput
            {
                Min = least,
                Max = most,
                Value = entries is null ? start ?? double.NaN : CardData.NumberIn(Shown(id, start: null)) is { } typed ? (double)typed : double.NaN,
            },
            id,
            label,
            rule);

    // What is no time is not shown again: the renderer would drop it with a warning.
    public IEnumerable<AdaptiveElement> Time(string id, string label, string start, FieldRule rule) =>
        Field(
            new AdaptiveTimeInput
            {
                Value = Shown(id, start) is { } typed && TimeOnly.TryParseExact(typed, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) ? typed : null,
            },
            id,
            label,
            rule);

    // As with a time, what is no day is not shown again.
    public IEnumerable<AdaptiveElement> Date(string id, string label, DateOnly first, DateOnly last, FieldRule rule) =>
        Field(
            new AdaptiveDateInput
            {
                Min = Day(first),
                Max = Day(last),
                Value = DateOnly.TryParseExact(Shown(id, start: null), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? Day(typed) : null,
            },
            id,
            label,
            rule);

    public IEnumerable<AdaptiveElement> Text(string id, string label, string? start, string? placeholder, int longest, FieldRule rule) =>
        Field(new AdaptiveTextInput { IsMultiline = true, MaxLength = longest, Placeholder = placeholder, Value = Shown(id, start) }, id, label, rule);

    public IEnumerable<AdaptiveElement> Line(string id, string label, string placeholder, int longest, FieldRule rule) =>
        Field(new AdaptiveTextInput { MaxLength = longest, Placeholder = placeholder, Value = Shown(id, start: null) }, id, label, rule);

    public IEnumerable<AdaptiveElement> Box(string id, string label, string title, bool start = false) =>
        [new AdaptiveToggleInput { Id = id, Label = label, Title = title, Value = Shown(id, start ? "true" : null) is "true" ? "true" : "false", ValueOn = "true", ValueOff = "false", Wrap = true, Spacing = AdaptiveSpacing.Medium }];

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private string? Shown(string id, string? start) => entries is null ? start : entries.Typed.GetValueOrDefault(id);

    private IEnumerable<AdaptiveElement> Field(AdaptiveInput input, string id, string label, FieldRule rule)
    {
        input.Id = id;
        input.Label = label;
        input.Spacing = AdaptiveSpacing.Medium;
        input.IsRequired = rule.IsRequired;
        input.ErrorMessage = texts[rule.Error];
        if (entries?.Errors.GetValueOrDefault(id) is { } error)
        {
            yield return Elements.Problem(texts[error]).Spaced(AdaptiveSpacing.Medium);
            input.Spacing = AdaptiveSpacing.Small;
        }

        yield return input;
    }
}
