using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace RetroBot.Host.Web;

/// <summary>Puts every table into a frame that scrolls by itself, by finger and by keyboard, so that a phone never scrolls the page sideways.</summary>
internal sealed class ScrollingTables : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Nothing to parse.
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new FramedTable());

    private sealed class FramedTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.WriteLine("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
