using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetroBot.Core.People;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Every press is logged, with the id of who pressed: and so is whatever a stranger sends in place of an id.</summary>
public sealed partial class LogLineWithAnId : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A18LinesOfDifferentAnswers), typeof(A19PoisonedText)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, provider) =>
    {
        var logger = provider.GetRequiredService<ILogger<LogLineWithAnId>>();
        return new CardActionAround(action, (inner, turn, data, ct) =>
        {
            Log.Pressed(logger, turn.User, inner.Verb);
            return inner.HandleAsync(turn, data, ct);
        });
    });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{User} pressed {Verb}.")]
        public static partial void Pressed(ILogger logger, UserId user, string verb);
    }
}
