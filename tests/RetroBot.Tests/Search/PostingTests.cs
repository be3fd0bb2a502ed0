using RetroBot.Host.Search;
using Xunit;

namespace RetroBot.Tests.Search;

/// <summary>Row and weight share four bytes and do not touch each other.</summary>
public sealed class PostingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 255)]
    [InlineData(Posting.MostRows - 1, 1)]
    [InlineData(Posting.MostRows - 1, 255)]
    public void What_was_packed_comes_out(int row, int weight) => Assert.Equal((row, weight), (new Posting(row, weight).Row, new Posting(row, weight).Weight));

    [Fact]
    public void A_word_weighs_no_more_than_fits_and_always_something() => Assert.Equal((255, 1), (new Posting(7, 5000).Weight, new Posting(7, 0).Weight));

    [Theory]
    [InlineData(-1)]
    [InlineData(Posting.MostRows)]
    public void A_row_beyond_is_refused(int row) => Assert.Throws<ArgumentOutOfRangeException>(() => new Posting(row, 1));
}
