using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace RetroBot.Tests.Compat.AdaptiveCards;

/// <summary>The JSON that AdaptiveCards 3.1.0 gives, down to the order of properties.</summary>
public sealed class CardJsonTests
{
    private static string Compact(object value) => JsonConvert.SerializeObject(value, Formatting.None);

    [Fact]
    public void A_card_begins_with_its_type_and_version_and_leaves_empty_parts_out() =>
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", Compact(new AdaptiveCard("1.5")));

    [Fact]
    public void A_card_is_indented_and_names_its_parts_in_the_official_order()
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            Rtl = true,
            Lang = "ar",
            Speak = "Hello",
            FallbackText = "Hello",
            Body = { new AdaptiveTextBlock("Hello") },
            Actions = { new AdaptiveOpenUrlAction { Title = "Open", Url = new Uri("https://contoso.example/a") } },
            Refresh = new AdaptiveRefresh { Action = new AdaptiveExecuteAction { Verb = "look" }, UserIds = ["29:1"] },
            AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        };

        Assert.Equal(
            "type version fallbackText speak lang body actions rtl refresh msteams",
            string.Join(' ', JObject.Parse(card.ToJson()).Properties().Select(property => property.Name)));
        Assert.StartsWith("{" + Environment.NewLine + "  \"type\"", card.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_block_writes_only_what_differs_from_the_default() =>
        Assert.Equal(
            """{"type":"TextBlock","id":"title","size":"extraLarge","weight":"bolder","color":"accent","isSubtle":true,"text":"Hi","wrap":true,"style":"heading","spacing":"none","isVisible":false}""",
            Compact(new AdaptiveTextBlock("Hi")
            {
                Id = "title",
                Size = AdaptiveTextSize.ExtraLarge,
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Accent,
                IsSubtle = true,
                Wrap = true,
                Style = AdaptiveTextBlockStyle.Heading,
                Spacing = AdaptiveSpacing.None,
                IsVisible = false,
            }));

    [Fact]
    public void A_choice_set_always_writes_its_style_and_whether_it_takes_several() =>
        Assert.Equal(
            """{"type":"Input.ChoiceSet","id":"tool","style":"compact","isMultiSelect":false,"choices":[{"title":"One","value":"1"}],"label":"Tool"}""",
            Compact(new AdaptiveChoiceSetInput { Id = "tool", Label = "Tool", Choices = { new AdaptiveChoice { Title = "One", Value = "1" } } }));

    [Fact]
    public void A_toggle_always_writes_both_of_its_values() =>
        Assert.Equal(
            """{"type":"Input.Toggle","id":"sign","title":"Sign it","valueOn":"True","valueOff":"False"}""",
            Compact(new AdaptiveToggleInput { Id = "sign", Title = "Sign it" }));

    [Fact]
    public void A_number_that_was_not_given_is_left_out_and_a_given_one_is_written_with_its_fraction() =>
        Assert.Equal(
            """{"type":"Input.Number","id":"k","min":5.0,"isRequired":true,"errorMessage":"Too low"}""",
            Compact(new AdaptiveNumberInput { Id = "k", Min = 5, IsRequired = true, ErrorMessage = "Too low" }));

    [Fact]
    public void An_execute_action_writes_its_data_first_and_its_verb_even_when_empty()
    {
        Assert.Equal(
            """{"type":"Action.Execute","data":{"Ticket":"t"},"associatedInputs":"none","verb":"save","title":"Save","style":"positive","isEnabled":false}""",
            Compact(new AdaptiveExecuteAction { Title = "Save", Verb = "save", Style = "positive", IsEnabled = false, AssociatedInputs = AdaptiveAssociatedInputs.None, Data = new { Ticket = "t" } }));
        Assert.Equal("""{"type":"Action.Execute","verb":""}""", Compact(new AdaptiveExecuteAction()));
    }

    [Fact]
    public void A_column_writes_its_id_before_its_type_and_its_width_as_text() =>
        Assert.Equal(
            """{"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[]},{"id":"b","type":"Column","width":"stretch","items":[]},{"type":"Column","width":"40px","items":[]},{"type":"Column","width":"3","items":[]}]}""",
            Compact(new AdaptiveColumnSet
            {
                Columns =
                [
                    new AdaptiveColumn { Width = AdaptiveWidth.Auto },
                    new AdaptiveColumn { Id = "b", Width = "stretch" },
                    new AdaptiveColumn { Width = "40px" },
                    new AdaptiveColumn { Width = 3u },
                ],
            }));

    [Fact]
    public void A_container_writes_a_style_that_was_set_to_the_default_too() =>
        Assert.Equal(
            """{"type":"Container","items":[{"type":"TextBlock","text":"a"}],"style":"default","bleed":true,"minHeight":"8px"}""",
            Compact(new AdaptiveContainer
            {
                Items = { new AdaptiveTextBlock("a") },
                Style = AdaptiveContainerStyle.Default,
                Bleed = true,
                MinHeight = "8px",
            }));

    [Fact]
    public void A_table_writes_column_widths_as_pixels_or_whole_weights() =>
        Assert.Equal(
            """{"type":"Table","rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[]}]}],"columns":[{"width":2},{"width":"90px"},{"width":0}],"gridStyle":"accent","showGridLines":false}""",
            Compact(new AdaptiveTable
            {
                Rows = { new AdaptiveTableRow { Cells = { new AdaptiveTableCell() } } },
                Columns = { new() { Width = 2.5 }, new() { PixelWidth = 90 }, new() },
                GridStyle = AdaptiveContainerStyle.Accent,
                ShowGridLines = false,
            }));

    [Fact]
    public void A_toggle_target_is_an_id_or_an_id_with_a_state() =>
        Assert.Equal(
            """{"type":"Action.ToggleVisibility","targetElements":["more",{"elementId":"less","isVisible":false}]}""",
            Compact(new AdaptiveToggleVisibilityAction { TargetElements = ["more", new AdaptiveTargetElement("less", false)] }));

    [Fact]
    public void An_element_of_another_schema_carries_its_own_properties_and_a_fallback() =>
        Assert.Equal(
            """{"type":"Chart.Donut","fallback":{"type":"TextBlock","text":"60 %"},"requires":{"charts":"*"},"data":[{"legend":"yes","value":60}]}""",
            Compact(new AdaptiveUnknownElement
            {
                Type = "Chart.Donut",
                Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("60 %")),
                Requires = new Dictionary<string, string>(StringComparer.Ordinal) { ["charts"] = "*" },
                AdditionalProperties = { ["data"] = new[] { new { legend = "yes", value = 60 } } },
            }));

    [Fact]
    public void A_dropped_element_says_so() =>
        Assert.Equal(
            """{"type":"Image","url":"data:image/png;base64,AA==","altText":"Logo","width":"40px","fallback":"drop"}""",
            Compact(new AdaptiveImage("data:image/png;base64,AA==")
            {
                AltText = "Logo",
                PixelWidth = 40,
                Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            }));

    [Fact]
    public void Runs_of_text_and_facts_and_cards_within_cards_are_written()
    {
        Assert.Equal(
            """{"type":"RichTextBlock","inlines":[{"type":"TextRun","color":"good","highlight":true,"text":"ok"}]}""",
            Compact(new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun("ok") { Color = AdaptiveTextColor.Good, Highlight = true } } }));
        Assert.Equal(
            """{"type":"FactSet","facts":[{"title":"Opens","value":"Monday"}]}""",
            Compact(new AdaptiveFactSet { Facts = { new AdaptiveFact("Opens", "Monday") } }));
        Assert.Equal(
            """{"type":"Action.ShowCard","card":{"type":"AdaptiveCard","version":"1.5"},"title":"More"}""",
            Compact(new AdaptiveShowCardAction { Title = "More", Card = new AdaptiveCard("1.5") }));
    }

    [Fact]
    public void A_text_that_is_null_cannot_be_written() =>
        Assert.Throws<JsonSerializationException>(() => Compact(new AdaptiveTextBlock { Text = null }));

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("2", "2.0")]
    public void A_version_has_two_numbers(string given, string written) => Assert.Equal(written, new AdaptiveSchemaVersion(given).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("one.five")]
    public void A_version_that_is_not_a_number_is_refused(string given) =>
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveSchemaVersion(given));
}
