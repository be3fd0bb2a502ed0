using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using RetroBot.Core;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.Catalogs;
using RetroBot.Core.People;
using RetroBot.Core.Rounds;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Search;
using RetroBot.Tests.Catalogs;
using RetroBot.Tests.Running;
using Xunit;

namespace RetroBot.Tests.Search;

/// <summary>Indexes are renewed beside those who search.</summary>
public sealed class CatalogIndexesTests
{
    private static readonly TenantId Ours = new("11111111-2222-3333-4444-555555555555");
    private static readonly TenantId Theirs = new("66666666-7777-8888-9999-000000000000");

    private readonly ConcurrentDictionary<CaseStudyId, CaseStudy> shelf = new();
    private readonly ConcurrentDictionary<TenantId, bool> outOfReach = new();
    private readonly Mock<ICaseStudyStore> store = new(MockBehavior.Strict);
    private readonly CatalogIndexes indexes;

    public CatalogIndexesTests()
    {
        store.Setup(studies => studies.PublishedAsync(It.IsAny<TenantId>(), It.IsAny<CancellationToken>())).Returns((TenantId tenant, CancellationToken _) => Read(tenant));
        store.Setup(studies => studies.FindAsync(It.IsAny<CaseStudyId>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((CaseStudyId id, CancellationToken _) => shelf.TryGetValue(id, out var study) ? new Versioned<CaseStudy>(study, "1") : null);
        indexes = Over(Ours, Theirs);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Searches_go_on_while_it_is_made_anew_again_and_again_and_none_finds_less_than_was_there_all_along()
    {
        const int Renewals = 60;
        foreach (var number in Enumerable.Range(0, 40)) Put(Ours, number, "Release notes");
        Assert.True(await indexes.RunOnceAsync(Ct));
        var search = new CatalogSearch(indexes, store.Object);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var searching = Enumerable.Range(0, 4).Select(_ => Task.Run(SearchAsync, Ct)).ToList();

        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var renewal = 0; renewal < Renewals; renewal++)
        {
            Put(Ours, 1000 + renewal, "Release plan");
            Assert.True(await indexes.RunOnceAsync(Ct));
            states.Add(indexes.Of(Ours)!.State);
        }
        await ended.CancelAsync();
        var searches = await Task.WhenAll(searching);

        Assert.Equal(Renewals, states.Count);
        Assert.All(searches, many => Assert.True(many > 0));

        async Task<int> SearchAsync()
        {
            for (var many = 1; ; many++)
            {
                var page = await search.FindAsync(Ours, CatalogQuery.Everything with { Words = "releases" }, page: 1, pageLength: 200, Ct);
                Assert.Equal(40, page!.Rows.Count(row => row.Story.Title == "Release notes"));
                Assert.NotNull(await search.FindAsync(Ours, page.Rows[^1].Id, Ct));
                if (ended.IsCancellationRequested) return many;
            }
        }
    }

    [Fact]
    public async Task One_organisation_s_storage_fault_leaves_the_others_renewed_and_its_own_old_index_in_use()
    {
        Put(Ours, 1, "Release notes");
        Put(Theirs, 2, "Release notes");
        Assert.True(await indexes.RunOnceAsync(Ct));
        var old = indexes.Of(Ours);

        outOfReach[Ours] = true;
        Put(Ours, 3, "Minutes");
        Put(Theirs, 4, "Minutes");
        Assert.False(await indexes.RunOnceAsync(Ct));

        Assert.Same(old, indexes.Of(Ours));
        Assert.Single(Found(Ours, "release"));
        Assert.Single(Found(Theirs, "minutes"));
        outOfReach.Clear();
        Assert.True(await indexes.RunOnceAsync(Ct));
        Assert.Single(Found(Ours, "minutes"));
    }

    [Fact]
    public async Task A_catalog_that_has_not_changed_keeps_its_index()
    {
        Put(Ours, 1, "Release notes");
        await indexes.RunOnceAsync(Ct);
        var made = indexes.Of(Ours);

        await indexes.RunOnceAsync(Ct);

        Assert.Same(made, indexes.Of(Ours));
    }

    [Fact]
    public async Task What_is_published_is_found_with_the_next_look_and_what_is_withdrawn_is_gone_before_it()
    {
        var search = new CatalogSearch(indexes, store.Object);
        Assert.Null(await search.FindAsync(Ours, CatalogQuery.Everything, page: 1, pageLength: 20, Ct));
        await indexes.RunOnceAsync(Ct);
        Assert.Empty((await search.FindAsync(Ours, CatalogQuery.Everything, page: 1, pageLength: 20, Ct))!.Rows);

        var study = Put(Ours, 1, "Release notes");
        await indexes.RunOnceAsync(Ct);
        Assert.Single((await search.FindAsync(Ours, CatalogQuery.Everything with { Words = "release" }, page: 1, pageLength: 20, Ct))!.Rows);

        shelf.TryRemove(study.Id, out _);
        Assert.Empty((await search.FindAsync(Ours, CatalogQuery.Everything with { Words = "release" }, page: 1, pageLength: 20, Ct))!.Rows);
        Assert.Null(await search.FindAsync(Ours, study.Id.Value, Ct));
        await indexes.RunOnceAsync(Ct);
        Assert.Empty(Found(Ours, "release"));
    }

    [Fact]
    public async Task What_is_withdrawn_while_its_index_is_made_is_no_obstacle()
    {
        var gone = Put(Ours, 1, "Release notes");
        Put(Ours, 2, "Release plan");
        var reads = 0;
        store.Setup(studies => studies.PublishedAsync(Ours, It.IsAny<CancellationToken>())).Returns(() => Read(Ours).Where(study => reads++ < 2 || study.Id != gone.Id));

        Assert.True(await indexes.RunOnceAsync(Ct));

        Assert.Single(Found(Ours, "release"));
    }

    [Fact]
    public async Task Of_an_index_whose_place_another_took_nothing_is_kept()
    {
        Put(Ours, 1, "Release notes");
        var old = await MadeAsync();
        Put(Ours, 2, "Release plan");
        await indexes.RunOnceAsync(Ct);

        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++) GC.Collect();

        Assert.False(old.IsAlive);
        Assert.Equal(2, Found(Ours, "release").Count);
    }

    [Fact]
    public async Task Of_an_organisation_that_has_left_nothing_is_kept()
    {
        var team = new Mock<ITeamStore>(MockBehavior.Strict);
        team.SetupSequence(teams => teams.AllAsync(It.IsAny<CancellationToken>()))
            .Returns(new[] { new TeamId(Theirs, "theirs") }.ToAsyncEnumerable()).Returns(AsyncEnumerable.Empty<TeamId>());
        var own = Over(team.Object, Ours);
        await own.RunOnceAsync(Ct);
        Assert.NotNull(own.Of(Theirs));

        await own.RunOnceAsync(Ct);

        Assert.Null(own.Of(Theirs));
        Assert.NotNull(own.Of(Ours));
    }

    private static TeamId TeamOf(TenantId tenant) => new(tenant, "blue");

    private CatalogIndexes Over(params TenantId[] tenants)
    {
        var teams = new Mock<ITeamStore>(MockBehavior.Strict);
        teams.Setup(all => all.AllAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<TeamId>);
        return Over(teams.Object, tenants);
    }

    private CatalogIndexes Over(ITeamStore teams, params TenantId[] tenants)
    {
        var time = new TestTime(World.Start);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(tenants.Select((tenant, index) => KeyValuePair.Create($"RetroBot:Web:Tenants:{index}", (string?)tenant.Value))).Build();
        return new(new CatalogIndexer(store.Object, new QuarterReleases(Mock.Of<IQuarterStore>(MockBehavior.Strict), time)), teams, new CatalogReaders(settings), time, NullLogger<CatalogIndexes>.Instance);
    }

    private async IAsyncEnumerable<CaseStudy> Read(TenantId tenant)
    {
        await Task.Yield();
        if (outOfReach.ContainsKey(tenant)) throw new StorageUnavailableException("Shut for the test.", new IOException());
        foreach (var study in shelf.Values.Where(study => study.Id.Team.Tenant == tenant).OrderBy(study => study.Id.Value, StringComparer.Ordinal)) yield return study;
    }

    private CaseStudy Put(TenantId tenant, int number, string title)
    {
        var study = SampleStudies.Published(TeamOf(tenant), number, title, howToTry: "see the page");
        shelf[study.Id] = study;
        return study;
    }

    private IReadOnlyList<CatalogHit> Found(TenantId tenant, string words) => indexes.Of(tenant)!.Find(CatalogQuery.Everything with { Words = words }, page: 1, pageLength: 100).Rows;

    /// <summary>In a method of its own, so that nothing else holds it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> MadeAsync()
    {
        await indexes.RunOnceAsync(Ct);
        return new WeakReference(indexes.Of(Ours));
    }
}
