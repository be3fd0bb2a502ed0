using RetroBot.Core;
using RetroBot.Core.Catalogs;
using RetroBot.Core.CaseStudies;
using RetroBot.Core.CheckIns;
using RetroBot.Core.People;
using Xunit;

namespace RetroBot.Tests.Contracts;

public abstract class QuarterStoreContract : StoreContract
{
    private static readonly Quarter Q3 = new(2026, 3);
    private static readonly Quarter Q4 = new(2026, 4);

    public static TheoryData<string> AwkwardIds => Samples.AwkwardIds;

    [Theory]
    [MemberData(nameof(AwkwardIds))]
    public async Task What_was_fixed_is_found_as_it_was_and_alone(string id)
    {
        var tenant = new TenantId(id);
        await AddAsync(tenant, Q3, 30);
        await AddAsync(tenant, Q4, 40);
        foreach (var neighbour in (string[])[id + "0", id + "|", id + "'", "0" + id]) await AddAsync(new TenantId(neighbour), Q4, 90);
        await Stores.Quarters.AddCombinationsAsync(tenant, Q4, Combinations(5), Ct);

        Assert.Equal(Samples.Figures(30), await Stores.Quarters.FiguresAsync(tenant, Q3, Ct));
        Assert.Equal([Samples.Figures(30), Samples.Figures(40)], await Stores.Quarters.FiguresAsync(tenant, Ct).ToListAsync(Ct));
        Assert.Equal(Combinations(5), await Stores.Quarters.CombinationsAsync(tenant, Q4, Ct));
    }

    [Fact]
    public async Task A_tenant_and_a_quarter_of_which_nothing_is_fixed_have_nothing()
    {
        await AddAsync(Samples.Tenant, Q3, 30);
        await Stores.Quarters.AddCombinationsAsync(Samples.Tenant, Q3, Combinations(5), Ct);
        var unknown = new TenantId(Samples.Tenant.Value[..^1]);

        Assert.Null(await Stores.Quarters.FiguresAsync(Samples.Tenant, Q4, Ct));
        Assert.Null(await Stores.Quarters.CombinationsAsync(Samples.Tenant, Q4, Ct));
        Assert.Null(await Stores.Quarters.FiguresAsync(unknown, Q3, Ct));
        Assert.Null(await Stores.Quarters.CombinationsAsync(unknown, Q3, Ct));
        Assert.Empty(await Stores.Quarters.FiguresAsync(unknown, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_20_who_fix_a_quarter_at_once_the_first_holds_and_the_others_are_told()
    {
        var figures = await Task.WhenAll(Enumerable.Range(0, 20).Select(percent => Stores.Quarters.AddFiguresAsync(Samples.Tenant, Q4, Samples.Figures(percent), Ct)));
        var combinations = await Task.WhenAll(Enumerable.Range(0, 20).Select(size => Stores.Quarters.AddCombinationsAsync(Samples.Tenant, Q4, Combinations(size), Ct)));

        Assert.Single(figures, SaveOutcome.Saved);
        Assert.Single(combinations, SaveOutcome.Saved);
        Assert.Equal(Samples.Figures(Array.IndexOf(figures, SaveOutcome.Saved)), await Stores.Quarters.FiguresAsync(Samples.Tenant, Q4, Ct));
        Assert.Equal(Combinations(Array.IndexOf(combinations, SaveOutcome.Saved)), await Stores.Quarters.CombinationsAsync(Samples.Tenant, Q4, Ct));
    }

    [Fact]
    public async Task As_many_combinations_as_there_may_be_fit_into_a_row()
    {
        var most = Combinations(Generalisation.Most);

        Assert.Equal(SaveOutcome.Saved, await Stores.Quarters.AddCombinationsAsync(Samples.Tenant, Q4, most, Ct));

        Assert.Equal(most, await Stores.Quarters.CombinationsAsync(Samples.Tenant, Q4, Ct));
    }

    private async Task AddAsync(TenantId tenant, Quarter quarter, int percent) => Assert.Equal(SaveOutcome.Saved, await Stores.Quarters.AddFiguresAsync(tenant, quarter, Samples.Figures(percent), Ct));

    private static HashSet<Combination> Combinations(int size) =>
        [.. Enumerable.Range(0, size).Select(number => new Combination(Detail.Everything, new Traits($"Tool {number} | 漢", (WorkArea)(number % 20), "less_tedious; fewer_errors", Confidence.Compared, Discovery.ByAccident)))];
}
