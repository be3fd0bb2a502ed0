using RetroBot.Cards;
using RetroBot.Cards.Catalogs;
using RetroBot.Cards.Commands;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;
using RetroBot.Host.Web;

namespace RetroBot.Host.Search;

/// <summary>Shows whoever may read the catalog what is new in it, or what fits their words. The words are kept nowhere.</summary>
internal sealed class CatalogCommand(CatalogReaders readers, CatalogSearch search, PublicAddress address, WebSettings web, IHostEnvironment environment) : ICommand
{
    public Command Name => Command.Catalog;

    public bool InChannel => false;

    public async Task<Card> HandleAsync(Turn turn, CancellationToken ct)
    {
        if (!readers.Include(turn.Tenant, turn.User)) return new CatalogNoticeCard(CatalogNotice.NotReader);

        var words = CatalogRequest.WordsOf(turn.Text);
        var isSearch = SearchWords.Of(words).Any();
        var found = await search.FindAsync(turn.Tenant, CatalogQuery.Everything with { Words = words }, page: 1, CatalogCard.MostEntries, ct);
        if (found is null) return new CatalogNoticeCard(CatalogNotice.Preparing);
        if (found.Rows.Count == 0) return new CatalogNoticeCard(isSearch ? CatalogNotice.NothingFound : CatalogNotice.Empty);
        return CatalogCards.Of(found, isSearch, web.HasSignIn(environment) ? address.Catalog(Languages.Nearest(turn.Culture.Name), isSearch ? words : "") : null);
    }
}
