using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;

namespace RetroBot.Host.Teams;

/// <summary>Finds what a typed message asks for. Anything that is no command gets the help card.</summary>
internal sealed partial class CommandRouter(IEnumerable<ICommand> commands)
{
    private readonly Dictionary<(Command Name, bool InChannel), ICommand> known = commands.ToDictionary(command => (command.Name, command.InChannel));

    /// <param name="culture">In which the answer will be written.</param>
    public async Task<Card> AnswerAsync(IMessageActivity activity, CultureInfo culture, CancellationToken ct)
    {
        var turn = ActivityIdentity.TurnOf(activity);
        var inChannel = ActivityIdentity.TenantOf(activity) is { } tenant && ActivityIdentity.TeamOf(activity, tenant) is not null;
        if (!inChannel && !ActivityIdentity.IsPersonal(activity)) return new PrivateOnlyCard();

        var scope = inChannel ? HelpScope.Channel : HelpScope.Personal;
        return turn is not null && CommandWords.Find(TypedIn(activity), scope) is { } name && known.TryGetValue((name, inChannel), out var command)
            ? await command.HandleAsync(turn with { Culture = culture }, ct)
            : new HelpCard(scope);
    }

    /// <summary>What was typed, without mentions. Teams writes some blanks as HTML does.</summary>
    private static string TypedIn(IMessageActivity activity) => WebUtility.HtmlDecode(MentionTags().Replace(activity.Text ?? "", " "));

    [GeneratedRegex("<at[^>]*>[^<]*</at>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionTags();
}
