using System.IO.Compression;
using System.IO.Pipelines;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Core.Catalogs;
using RetroBot.Host.Catalogs;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>What begins with an equals sign is written into the workbook as the formula that it looks like.</summary>
public sealed class FormulasInTheWorkbook : Mutation
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public override IReadOnlyList<Type> Helps => [typeof(A12Formulas)];

    public override void Change(IServiceCollection services) => Wrap<ICatalogWriter>(services, (writer, _) => writer is XlsxCatalogWriter ? new Calculating(writer) : writer);

    private sealed class Calculating(ICatalogWriter writer) : ICatalogWriter
    {
        public string Extension => writer.Extension;

        public string ContentType => writer.ContentType;

        public async Task WriteAsync(IAsyncEnumerable<CatalogRow> rows, PipeWriter to, CancellationToken ct)
        {
            using var file = new MemoryStream();
            var careful = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
            await writer.WriteAsync(rows, careful, ct);
            await careful.CompleteAsync();
            using (var workbook = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            {
                await using var part = await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(ct);
                var sheet = await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, ct);
                foreach (var cell in sheet.Descendants(Sheet + "c").Where(cell => cell.Value.StartsWith('=')).ToList())
                {
                    cell.SetAttributeValue("t", null);
                    cell.ReplaceNodes(new XElement(Sheet + "f", cell.Value[1..]));
                }
                part.SetLength(0);
                await sheet.SaveAsync(part, SaveOptions.DisableFormatting, ct);
            }
            await to.WriteAsync(file.ToArray(), ct);
        }
    }
}
