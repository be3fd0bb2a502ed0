namespace Microsoft.Bot.Builder;

/// <summary>What the adapter hands each turn to.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
