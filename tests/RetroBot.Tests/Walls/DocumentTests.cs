using System.Reflection;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace RetroBot.Tests.Walls;

/// <summary>What the project's documents point to is there: files, headings, and the tests that hold what is written.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Headings get the ids that the repository's pages give them.</summary>
    private static readonly MarkdownPipeline AsShown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private static readonly Dictionary<string, MarkdownDocument> Documents =
        Repository.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).ToDictionary(file => file, file => Markdown.Parse(Repository.Read(file), AsShown), StringComparer.Ordinal);

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var links = Documents.SelectMany(document => document.Value.Descendants<LinkInline>().Select(link => (From: document.Key, To: link.Url!)))
            .Where(link => !Uri.IsWellFormedUriString(link.To, UriKind.Absolute)).ToList();

        Assert.True(links.Count > 50, $"Only {links.Count} links were found.");
        Assert.Empty(links.Where(link => !LeadsSomewhere(link.From, link.To)).Select(link => $"{link.From}: {link.To}"));
    }

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var named = Documents.Keys.SelectMany(file => TestClass().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count > 80, $"Only {named.Count} names were found.");
        Assert.Empty(named.Except(tests, StringComparer.Ordinal));
    }

    private static bool LeadsSomewhere(string from, string to)
    {
        var parts = to.Split('#', 2);
        var path = parts[0].Length == 0 ? from : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(from)!, parts[0]))).Replace(Path.DirectorySeparatorChar, '/');
        return Path.Exists(Path.Combine(Repository.Root, path))
            && (parts.Length == 1 || (Documents.TryGetValue(path, out var document) && document.Descendants<HeadingBlock>().Any(heading => heading.GetAttributes().Id == parts[1])));
    }

    [GeneratedRegex(@"[`/.](?<name>[A-Z]\w+Tests)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestClass();
}
