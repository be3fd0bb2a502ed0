using System.Globalization;
using Microsoft.Bot.Schema;
using RetroBot.Cards;
using RetroBot.Core;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;

namespace RetroBot.Host.Teams;

/// <summary>The language in which what somebody wrote is answered: in a channel the team's, since all of it reads along; in a person's own chat the one they chose, or else that of their Teams.</summary>
/// <remarks>A card that answers a press needs none of this: its button tells in which language it is written.</remarks>
internal sealed partial class ReplyLanguage(ITeamStore teams, IPreferenceStore preferences, ILogger<ReplyLanguage> logger)
{
    public async Task<CultureInfo> OfAsync(IActivity activity, CancellationToken ct)
    {
        try
        {
            return await NameOfAsync(activity, ct) is { } name ? Languages.Nearest(name).Culture : ActivityIdentity.CultureOf(activity);
        }
        catch (StorageUnavailableException fault)
        {
            Log.NotKnown(logger, fault);
            return ActivityIdentity.CultureOf(activity);
        }
    }

    /// <returns>Null where none is stored.</returns>
    private async Task<string?> NameOfAsync(IActivity activity, CancellationToken ct) => ActivityIdentity.TurnOf(activity) switch
    {
        { Team: { } team } => (await teams.FindRecentAsync(team, ct))?.Culture,
        { } turn when ActivityIdentity.IsPersonal(activity) => (await preferences.OfAsync(turn.Tenant, turn.User, ct)).Language,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Storage was out of reach, so that a reply is written in the language of its reader's Teams.")]
        public static partial void NotKnown(ILogger logger, Exception fault);
    }
}
