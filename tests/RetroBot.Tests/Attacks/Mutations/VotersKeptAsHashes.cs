using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Host;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>Who voted is kept "pseudonymised", as SHA-256 of their ids, so that nobody votes twice once the keys are gone.</summary>
public sealed class VotersKeptAsHashes : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A14HashesOfEverybody), typeof(A17BeforeAndAfterOneAnswer)];

    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<ICardAction>(services, (action, provider) => action.Verb != StoryVote.Verb ? action : new CardActionAround(action, async (inner, turn, data, ct) =>
        {
            await provider.GetRequiredService<Archive>().AddAsync([new TableEntity($"{turn.Tenant}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(turn.User.Value))))], ct);
            return await inner.HandleAsync(turn, data, ct);
        }));
    }
}
