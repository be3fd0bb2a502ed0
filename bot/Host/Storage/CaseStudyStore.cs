using Azure;
using Azure.Data.Tables;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using static Azure.Data.Tables.TableTransactionActionType;

namespace RetroBot.Host.Storage;

/// <summary>Case studies, beside the names of the team's rounds whose posts are stale.</summary>
internal sealed class CaseStudyStore(Tables tables) : ICaseStudyStore
{
    public static RowKind CaseStudies { get; } = new(Keys.CaseStudies, "a case study", new RowKeys("s|", Topic.CaseStudies, "tenant and team, and 128 random bits"), Until.AuthorWithdraws, typeof(CaseStudyRow));

    public static RowKind StalePosts { get; } = new(Keys.CaseStudies, "that a digest's post shows a case study that was withdrawn",
        new RowKeys("u|", Topic.CaseStudies, "tenant, team and week"), Until.PostIsRenewed, typeof(Row));

    public Task<SaveOutcome> AddAsync(CaseStudy study, CancellationToken ct) =>
        tables.CaseStudies.TransactAsync([new(Add, CaseStudyRow.Of(study))], ct).OutcomeAsync();

    public async Task<Versioned<CaseStudy>?> FindAsync(CaseStudyId id, CancellationToken ct) =>
        await tables.CaseStudies.FindAsync<CaseStudyRow>(Keys.CaseStudiesOf(id.Team), Keys.CaseStudyRow(id), ct) is { } row ? Read(row) : null;

    public IAsyncEnumerable<Versioned<CaseStudy>> OfAsync(TeamId team, CancellationToken ct) =>
        tables.CaseStudies.QueryAsync<CaseStudyRow>(Keys.CaseStudiesFilter(team), ct).Select(Read);

    public IAsyncEnumerable<CaseStudy> PublishedAsync(TenantId tenant, CancellationToken ct) =>
        tables.CaseStudies.QueryManyAsync<CaseStudyRow>(Keys.CaseStudiesFilter(tenant), ct).Select(row => row.ToCaseStudy()).Where(study => study.IsPublished);

    public async Task<SaveOutcome> SaveAsync(IReadOnlyList<Versioned<CaseStudy>> studies, CancellationToken ct)
    {
        foreach (var some in studies.Select(study => new TableTransactionAction(UpdateReplace, CaseStudyRow.Of(study.Value), new ETag(study.Version))).Chunk(StorageTable.LargestTransaction))
        {
            if (await tables.CaseStudies.TransactAsync(some, ct).OutcomeAsync() == SaveOutcome.Conflict) return SaveOutcome.Conflict;
        }
        return SaveOutcome.Saved;
    }

    public Task<SaveOutcome> RemoveAsync(Versioned<CaseStudy> study, CancellationToken ct)
    {
        var id = study.Value.Id;
        List<TableTransactionAction> actions = [new(Delete, Row.At(Keys.CaseStudiesOf(id.Team), Keys.CaseStudyRow(id)), new ETag(study.Version))];
        if (study.Value.Round is { } round) actions.Add(new(UpsertReplace, Row.At(Keys.CaseStudiesOf(id.Team), Keys.StalePostRow(round))));
        return tables.CaseStudies.TransactAsync(actions, ct).OutcomeAsync();
    }

    public Task RemoveAsync(TeamId team, CancellationToken ct) => tables.CaseStudies.DeleteAllAsync(Keys.PartitionFilter(Keys.CaseStudiesOf(team)), ct);

    public IAsyncEnumerable<Versioned<RoundName>> StalePostsAsync(TeamId team, CancellationToken ct) =>
        tables.CaseStudies.QueryAsync<Row>(Keys.StalePostsFilter(team), ct).Select(row => new Versioned<RoundName>(Keys.RoundOfStalePost(row.RowKey), row.ETag.ToString()));

    public Task PostRenewedAsync(RoundId round, string version, CancellationToken ct) =>
        tables.CaseStudies.TransactAsync([new(Delete, Row.At(Keys.CaseStudiesOf(round.Team), Keys.StalePostRow(round.Name)), new ETag(version))], ct).OutcomeAsync();

    private static Versioned<CaseStudy> Read(CaseStudyRow row) => new(row.ToCaseStudy(), row.ETag.ToString());
}
