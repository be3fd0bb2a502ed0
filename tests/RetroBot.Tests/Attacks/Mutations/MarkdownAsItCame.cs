using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using RetroBot.Host.Teams;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Somebody saw stray backslashes on a phone, and has them taken out of every card that is sent.</summary>
public sealed class MarkdownAsItCame : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A24HostileStories)];

    public override void Change(IServiceCollection services) => Wrap<RetroBotAdapter>(services, (adapter, _) =>
    {
        adapter.Use(new WithoutBackslashes());
        return adapter;
    });

    private sealed class WithoutBackslashes : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.OnUpdateActivity((_, activity, send) =>
            {
                foreach (var text in (activity.Attachments ?? []).Select(attachment => attachment.Content).OfType<JObject>().SelectMany(card => card.Descendants()).OfType<JValue>().Where(value => value.Value is string).ToList())
                    text.Value = ((string)text.Value!).Replace("\\", "", StringComparison.Ordinal);
                return send();
            });
            return next(cancellationToken);
        }
    }
}
