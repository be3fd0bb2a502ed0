using NodaTime;
using NodaTime.Text;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Rounds;

/// <summary>Reads the quiet hours from the settings.</summary>
internal static class QuietTime
{
    private const string Setting = "RetroBot:QuietHours";
    private const string Never = "none";
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly QuietHours Default = new(new LocalTime(20, 0), new LocalTime(7, 0));

    /// <summary>Whoever develops in the evening wants to see a card at once.</summary>
    public static QuietHours Of(IConfiguration configuration, IHostEnvironment environment) =>
        configuration[Setting] is { Length: > 0 } text ? Parse(text)! : environment.IsDevelopment() ? QuietHours.None : Default;

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } text && Parse(text) is null)
            yield return $"{Setting} is not two local times such as 20:00-07:00, between which nobody is sent a card, nor the word {Never}.";
    }

    private static QuietHours? Parse(string text)
    {
        if (text.Equals(Never, StringComparison.OrdinalIgnoreCase)) return QuietHours.None;
        return text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && Pattern.Parse(from) is { Success: true, Value: var start } && Pattern.Parse(to) is { Success: true, Value: var end }
            ? new QuietHours(start, end)
            : null;
    }
}
