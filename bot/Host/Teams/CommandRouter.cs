using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Cards.Welcome;

namespace RetroBot.Host.Teams;

/// <summary>Finds what a typed message asks for. Anything that is no command gets the help card.</summary>
internal sealed partial class CommandRouter(IEnumerable<ICommand> commands)
{
    private readonly ILookup<(string Words, bool InChannel), ICommand> known =
        commands.ToLookup(command => (command.Words, command.InChannel));

    public async Task<Card> AnswerAsync(IMessageActivity activity, CancellationToken ct)
    {
        if (ActivityIdentity.TurnOf(activity) is not { } turn) return new HelpCard(HelpScope.Personal);
        var inChannel = turn.Team is not null;
        if (known[(WordsOf(activity), inChannel)].SingleOrDefault() is not { } command) return new HelpCard(inChannel ? HelpScope.Channel : HelpScope.Personal);
        return await command.HandleAsync(turn, ct);
    }

    /// <summary>What was typed, without mentions, in lower case, with single spaces.</summary>
    private static string WordsOf(IMessageActivity activity)
    {
        var text = MentionTags().Replace(activity.Text ?? "", " ");
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
    }

    [GeneratedRegex("<at[^>]*>[^<]*</at>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionTags();
}
