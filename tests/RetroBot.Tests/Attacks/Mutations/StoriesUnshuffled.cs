using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Host.Storage;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A close publishes case studies one by one, first come, first served.</summary>
public sealed class StoriesUnshuffled : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A13WhoseAnswerIsIt)];

    public override void Change(IServiceCollection services)
    {
        services.AddSingleton<Archive>();
        Wrap<ICaseStudyStore>(services, (store, provider) => new InTurn(store, provider.GetRequiredService<Archive>()));
    }

    private sealed class InTurn(ICaseStudyStore store, Archive tables) : CaseStudyStoreAround(store)
    {
        public override async Task<SaveOutcome> SaveAsync(IReadOnlyList<Versioned<CaseStudy>> studies, CancellationToken ct)
        {
            List<(DateTimeOffset? CameAt, Versioned<CaseStudy> Study)> came = [];
            foreach (var study in studies)
            {
                var row = await tables.Table(Keys.CaseStudies).GetEntityAsync<TableEntity>(Keys.CaseStudiesOf(study.Value.Id.Team), Keys.CaseStudyRow(study.Value.Id), cancellationToken: ct);
                came.Add((row.Value.Timestamp, study));
            }
            foreach (var (_, study) in came.OrderBy(study => study.CameAt))
            {
                if (await base.SaveAsync([study], ct) == SaveOutcome.Conflict) return SaveOutcome.Conflict;
            }
            return SaveOutcome.Saved;
        }
    }
}
