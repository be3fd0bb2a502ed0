using Microsoft.AspNetCore.Http;
using RetroBot.Core.People;
using RetroBot.Host.Web;
using Xunit;

namespace RetroBot.Tests.Web;

/// <summary>How often one reader may ask in a minute; what a page and the API then say is in their own tests.</summary>
public sealed class ReaderPaceTests
{
    [Fact]
    public void One_reader_s_haste_is_no_other_s()
    {
        using var pace = new ReaderPace(perMinute: 2);
        UserId[] readers = [new("hasty"), new("hasty"), new("hasty"), new("calm")];

        Assert.Equal([true, true, false, true], readers.Select(reader => pace.Allows(reader, new DefaultHttpContext().Response)));
    }
}
