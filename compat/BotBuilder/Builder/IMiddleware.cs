namespace Microsoft.Bot.Builder;

/// <summary>Runs around every turn.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
