using RetroBot.Cards.Welcome;

namespace RetroBot.Cards.Commands;

/// <summary>The words that people write for a command: those of every language, wherever they are.</summary>
public static class CommandWords
{
    /// <summary>Characters. Longer than any command with whatever stands around it.</summary>
    private const int LongestTyped = 200;

    private static readonly Command[] Channel = [Command.Setup, Command.Status, Command.OpenNow, Command.CloseNow, Command.WeChanged, Command.TeamOutcome, Command.Tools, Command.Diagnose, Command.WhatIsStored, Command.Help];
    private static readonly Command[] Personal = [Command.CheckIn, Command.Status, Command.WhyAsked, Command.Skip, Command.Pause, Command.Stop, Command.Start, Command.WhatIsStored, Command.DeleteMyData, Command.Catalog, Command.Export, Command.Language, Command.Help];

    /// <summary>Behind these stands what somebody has to say, or looks for.</summary>
    private static readonly Command[] WithText = [Command.WeChanged, Command.Catalog];

    /// <summary>More words than any command has.</summary>
    private const int MostWords = 8;

    private static readonly Dictionary<(HelpScope, string), Command> Known = All();

    /// <summary>The commands that are understood there, in the order in which help lists them.</summary>
    public static IReadOnlyList<Command> In(HelpScope scope) => scope == HelpScope.Channel ? Channel : Personal;

    public static string Of(Command command, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Choices.TextOf(Texts.ForPlainText(language.Culture), command);
    }

    /// <summary>The command that was typed: matched whole, but for case, accents, and the marks and blanks around and between its words.</summary>
    /// <returns>Null where it is none.</returns>
    public static Command? Find(string typed, HelpScope scope)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= LongestTyped && Known.TryGetValue((scope, TypedWords.Fold(typed)), out var command) ? command : null;
    }

    /// <summary>The command with which a text begins, and what stands behind it, as it was typed.</summary>
    /// <returns>Null where it begins with none behind which a text may stand.</returns>
    public static (Command Name, string Text)? FindWithText(string typed, HelpScope scope)
    {
        ArgumentNullException.ThrowIfNull(typed);
        foreach (var end in TypedWords.EndsIn(typed).Take(MostWords).TakeWhile(end => end <= LongestTyped))
        {
            if (Known.TryGetValue((scope, TypedWords.Fold(typed[..end])), out var command) && WithText.Contains(command)) return (command, TypedWords.WithoutFirstMarks(typed[end..]));
        }
        return null;
    }

    private static Dictionary<(HelpScope, string), Command> All()
    {
        Dictionary<(HelpScope, string), Command> all = [];
        var entries =
            from scope in Enum.GetValues<HelpScope>()
            from command in In(scope)
            from language in Languages.All
            from words in TypedWords.SpellingsOf(Of(command, language))
            select (scope, words, command);
        foreach (var (scope, words, command) in entries) all.TryAdd((scope, words), command);
        return all;
    }
}
