namespace Azure.Data.Tables.Wire;

/// <summary>A query that is sent page by page, as it is read.</summary>
/// <param name="page">Reads the page that a continuation token names, with at most so many rows.</param>
internal sealed class Paged<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> page, int? size, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken) where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
    {
        do
        {
            var current = await page(continuationToken, pageSizeHint ?? size, CancellationToken).ConfigureAwait(false);
            yield return current;
            continuationToken = current.ContinuationToken;
        }
        while (continuationToken is not null);
    }

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, cancellationToken);
        string? token = null;
        do
        {
            var current = await page(token, size, both.Token).ConfigureAwait(false);
            foreach (var item in current.Values) yield return item;
            token = current.ContinuationToken;
        }
        while (token is not null);
    }
}
