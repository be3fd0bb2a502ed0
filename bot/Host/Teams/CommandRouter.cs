using System.Globalization;
using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Cards.Commands;
using RetroBot.Cards.Welcome;

namespace RetroBot.Host.Teams;

/// <summary>Finds what a typed message asks for. Anything that is no command gets the help card, and one that is understood in another place only is told where.</summary>
internal sealed class CommandRouter(IEnumerable<ICommand> commands)
{
    private readonly Dictionary<(Command Name, bool InChannel), ICommand> known = commands.ToDictionary(command => (command.Name, command.InChannel));

    /// <param name="culture">In which the answer will be written.</param>
    public async Task<Card> AnswerAsync(IMessageActivity activity, CultureInfo culture, CancellationToken ct)
    {
        var turn = ActivityIdentity.TurnOf(activity);
        var inChannel = ActivityIdentity.TenantOf(activity) is { } tenant && ActivityIdentity.TeamOf(activity, tenant) is not null;
        if (!inChannel && !ActivityIdentity.IsPersonal(activity)) return new PrivateOnlyCard();

        var (scope, elsewhere) = inChannel ? (HelpScope.Channel, HelpScope.Personal) : (HelpScope.Personal, HelpScope.Channel);
        var found = Find(activity, scope);
        if (found is null && Find(activity, elsewhere) is not null) return new ElsewhereCard(elsewhere);
        if (turn is null || found is not (var name, var text) || !known.TryGetValue((name, inChannel), out var command)) return new HelpCard(scope);
        return await command.HandleAsync(turn with { Culture = culture, Text = text }, ct);
    }

    private static (Command Name, string Text)? Find(IMessageActivity activity, HelpScope scope) =>
        CommandWords.Find(TypedText.WithoutMentions(activity), scope) is { } name ? (name, "") : CommandWords.FindWithText(TypedText.Of(activity), scope);
}
