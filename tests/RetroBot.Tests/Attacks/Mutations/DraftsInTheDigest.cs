using Microsoft.Extensions.DependencyInjection;
using RetroBot.Cards.CaseStudies;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Rounds;
using RetroBot.Host;
using RetroBot.Host.CaseStudies;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A case study is kept from its preview on, so that nobody loses what they wrote; the close takes whatever is kept.</summary>
public sealed class DraftsInTheDigest : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A6PhraseFromTheDigest)];

    public override void Change(IServiceCollection services) => Wrap<ICardAction>(services, (action, provider) => new CardActionAround(action, async (inner, turn, data, ct) =>
    {
        var card = await inner.HandleAsync(turn, data, ct);
        if (inner.Verb == StoryFormCard.Verb && card is StoryPreviewCard preview && StoryDraft.TryParse(preview.Draft, out var draft))
        {
            var id = new CaseStudyId(new TeamId(turn.Tenant, preview.Context.Team), draft.Id);
            await provider.GetRequiredService<ICaseStudyStore>().AddAsync(new CaseStudy(id, StoryTerms.Of(preview.Story), preview.Signature, new Quarter(2026, 4), WithdrawCode.HashOf(draft.WithdrawCode), Round: null, VoteKey: null, Support.None), ct);
        }
        return card;
    }));
}
