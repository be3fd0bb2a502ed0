using System.Globalization;
using System.Text;
using AdaptiveCards;
using RetroBot.Cards.Forms;

namespace RetroBot.Cards.Rounds;

/// <summary>A lead sets when the team is asked, and about what. All in one form.</summary>
/// <param name="Current">What is set now, or what is proposed the first time.</param>
/// <param name="Entries">What was typed and what is wrong with it; null the first time.</param>
public sealed record SetupCard(SetupContext Context, Setup Current, FormEntries? Entries = null) : Card
{
    /// <summary>Saves the form.</summary>
    public const string Verb = "setup.save";

    /// <summary>Shows the form.</summary>
    public const string OpenVerb = "setup.open";

    private const string CadenceId = "cadence";
    private const string DayId = "day";
    private const string TimeId = "time";
    private const string ZoneId = "zone";
    private const string OpenDaysId = "openDays";
    private const string ThresholdId = "threshold";
    private const string ToolsId = "tools";
    private const string LeadsId = "leads";
    private const string RemindsId = "reminds";
    private const string LanguageId = "language";

    private const int LongestZone = 64;
    private const int LongestLanguage = 35;
    private const int LongestTools = 600;
    private const int MostZones = 80;

    /// <summary>Characters of a person's name that the list shows.</summary>
    private const int LongestName = 40;

    /// <summary>Bytes of JSON that the list of people may take, so that the card stays within its own.</summary>
    private const int PeopleBytes = 13_000;

    /// <param name="context">As on the card: zones and people are checked against it.</param>
    /// <param name="current">As on the card: a lead who was not listed stays one.</param>
    public static SetupSubmission Parse(CardData data, SetupContext context, Setup current)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(current);

        var listed = Listed(context.People, current.Leads).Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        var form = new FormReader(data);
        var cadence = form.Required(CadenceId, data.Choice<CadenceChoice>(CadenceId), "Setup.CadenceError");
        var day = form.Required(DayId, data.Choice<WeekdayChoice>(DayId), "Setup.DayError");
        var time = form.Required(TimeId, data.Time(TimeId), "Setup.TimeError");
        var zone = form.Required(ZoneId, data.Text(ZoneId, LongestZone).Then(name => Zones(context, current).Contains(name, StringComparer.Ordinal) ? name : null), "Setup.ZoneError");
        var openDays = form.Required(OpenDaysId, data.Number(OpenDaysId, Setup.ShortestOpenDays, Setup.LongestOpenDays), "Setup.OpenDaysError");
        var threshold = form.Required(ThresholdId, data.Number(ThresholdId, Setup.LowestThreshold, Setup.HighestThreshold), "Setup.ThresholdError");
        var tools = form.Optional(ToolsId, data.Text(ToolsId, LongestTools).Then(ToolsIn), "Setup.ToolsError");
        var leads = form.Optional(LeadsId, data.Several(LeadsId).Then(ids => ids.All(listed.Contains) ? ids : null), "Setup.LeadsError");
        var reminds = form.Ticked(RemindsId);
        // A card from before there were languages does not ask for one.
        var language = form.Optional(LanguageId, data.Text(LanguageId, LongestLanguage).Then(Languages.Find), "Setup.LanguageError") ?? current.Language;
        if (context.Quiet is { } quiet && time.IsBetween(quiet.From, quiet.To)) form.Refuse(TimeId, "Setup.TimeQuiet");
        if (form.HasErrors) return new SetupSubmission.Incomplete(form.Entries);

        var unlisted = current.Leads.Where(lead => !listed.Contains(lead));
        return new SetupSubmission.Complete(new Setup(cadence, day, time, zone!, openDays, threshold, tools ?? [], [.. unlisted, .. leads ?? []], reminds, language));
    }

    private protected override void Fill(AdaptiveCard card, Texts texts)
    {
        var form = new FormWriter(texts, Entries);
        card.Body.Add(Elements.Overline(texts.Value(Context.TeamName)));
        card.Body.Add(Elements.Heading(texts["Setup.Title"]));
        card.Body.Add(Elements.Paragraph(texts["Setup.Text"]));
        card.Body.Add(Pair(
            form.ChoiceSet(DayId, texts["Setup.Day"], Choices.NameOf(Current.Day), Choices.All<WeekdayChoice>(texts), FieldRule.Required("Setup.DayError")),
            form.Time(TimeId, texts["Setup.Time"], Current.Time.ToString("HH:mm", CultureInfo.InvariantCulture), FieldRule.Required("Setup.TimeError"))));
        if (Context.Quiet is { } quiet) card.Body.Add(Elements.Note(texts.Format("Setup.QuietNote", quiet.From, quiet.To)));
        card.Body.AddRange(form.ChoiceSet(ZoneId, texts["Setup.Zone"], Current.Zone, Zones(Context, Current).Select(zone => new AdaptiveChoice { Title = zone, Value = zone }), FieldRule.Required("Setup.ZoneError")));
        card.Body.Add(Pair(
            form.ChoiceSet(CadenceId, texts["Setup.Cadence"], Choices.NameOf(Current.Cadence), Choices.All<CadenceChoice>(texts), FieldRule.Required("Setup.CadenceError")),
            form.Number(OpenDaysId, texts["Setup.OpenDays"], Current.OpenDays, Setup.ShortestOpenDays, Setup.LongestOpenDays, FieldRule.Required("Setup.OpenDaysError"))));
        card.Body.AddRange(form.Number(ThresholdId, texts["Setup.Threshold"], Current.Threshold, Setup.LowestThreshold, Setup.HighestThreshold, FieldRule.Required("Setup.ThresholdError")));
        card.Body.Add(Elements.Note(texts["Setup.ThresholdNote"]));
        card.Body.AddRange(form.Box(RemindsId, texts["Setup.Reminds"], texts["Setup.RemindsTitle"], Current.Reminds));
        card.Body.Add(Elements.Note(texts["Setup.RemindsNote"]));
        card.Body.AddRange(form.ChoiceSet(
            LanguageId, texts["Setup.Language"], Current.Language.Tag, Languages.All.Select(language => new AdaptiveChoice { Title = language.OwnName, Value = language.Tag }), FieldRule.Required("Setup.LanguageError")));
        card.Body.AddRange(form.Text(ToolsId, texts["Setup.Tools"], string.Join(", ", Current.Tools), texts["Setup.ToolsExample"], LongestTools, FieldRule.Optional("Setup.ToolsError")));
        card.Body.AddRange(Leads(texts, form));
        card.Actions.Add(Elements.Primary(texts, texts["Setup.Save"], Verb, Context.Ticket.Data()));
    }

    private protected override string Summarize(Texts texts) => texts.Format("Setup.Summary", Context.TeamName);

    /// <summary>Two fields beside each other: short ones, so that they fit on a phone.</summary>
    private static AdaptiveColumnSet Pair(IEnumerable<AdaptiveElement> left, IEnumerable<AdaptiveElement> right) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns = [Half(left), Half(right)],
    };

    // At the bottom, so that the fields stand beside each other where one has an error above it.
    private static AdaptiveColumn Half(IEnumerable<AdaptiveElement> items) =>
        new() { Width = AdaptiveWidth.Stretch, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom, Items = [.. items] };

    private IEnumerable<AdaptiveElement> Leads(Texts texts, FormWriter form)
    {
        var listed = Listed(Context.People, Current.Leads);
        if (listed.Count == 0) return [];

        var chosen = listed.Select(person => person.Id).Where(id => Current.Leads.Contains(id, StringComparer.Ordinal));
        var people = listed.Select(person => new AdaptiveChoice { Title = person.Name, Value = person.Id });
        var field = form.ChoiceSet(LeadsId, texts["Setup.Leads"], string.Join(',', chosen), people, FieldRule.Optional("Setup.LeadsError"), several: true);
        return listed.Count == Context.People.Count ? field : field.Append(Elements.Note(texts.Count("Setup.LeadsCut", Context.People.Count, listed.Count, Context.People.Count)));
    }

    /// <summary>The people who fit on the card, those who are leads already before all others.</summary>
    private static List<PersonChoice> Listed(IReadOnlyList<PersonChoice> people, IReadOnlyList<string> leads)
    {
        List<PersonChoice> listed = [];
        var bytes = 0;
        foreach (var person in people.OrderByDescending(person => leads.Contains(person.Id, StringComparer.Ordinal)))
        {
            var shown = person with { Name = person.Name.Length <= LongestName ? person.Name : person.Name[..LongestName] };
            bytes += Encoding.UTF8.GetByteCount(Newtonsoft.Json.JsonConvert.SerializeObject(new AdaptiveChoice { Title = shown.Name, Value = shown.Id })) + 1;
            if (bytes > PeopleBytes) break;
            listed.Add(shown);
        }

        return listed;
    }

    private static IEnumerable<string> Zones(SetupContext context, Setup current) =>
        context.Zones.Take(MostZones).Prepend(current.Zone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <returns>Null when there are too many, or one is too long.</returns>
    private static IReadOnlyList<string>? ToolsIn(string text)
    {
        var tools = text.Split([',', '、', '，', '،', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return tools.Count <= Setup.MostTools && tools.TrueForAll(tool => tool.Length <= Setup.LongestToolName) ? tools : null;
    }
}
