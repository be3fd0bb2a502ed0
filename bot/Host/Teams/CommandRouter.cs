using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Cards.Welcome;

namespace RetroBot.Host.Teams;

/// <summary>Finds what a typed message asks for. Anything that is no command gets the help card.</summary>
internal sealed partial class CommandRouter(IEnumerable<ICommand> commands, ILogger<CommandRouter> logger)
{
    private readonly ILookup<(string Words, bool InChannel), ICommand> known =
        commands.ToLookup(command => (command.Words, command.InChannel));

    public async Task<Card> AnswerAsync(IMessageActivity activity, CancellationToken ct)
    {
        if (ActivityIdentity.TurnOf(activity) is not { } turn) return new HelpCard(HelpScope.Personal);
        var inChannel = turn.Team is not null;
        if (known[(WordsOf(activity), inChannel)].SingleOrDefault() is not { } command) return new HelpCard(inChannel ? HelpScope.Channel : HelpScope.Personal);
        try
        {
            return await command.HandleAsync(turn, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Failed(logger, fault, command.Words);
            return new TryAgainCard("", default);
        }
    }

    /// <summary>What was typed, without the mention of the bot, in lower case, with single spaces.</summary>
    private static string WordsOf(IMessageActivity activity)
    {
        var text = activity.RemoveRecipientMention() ?? "";
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} failed; the person is asked to try again.")]
        public static partial void Failed(ILogger logger, Exception fault, string command);
    }
}
