using System.IO.Pipelines;
using RetroBot.Cards.Catalogs;
using RetroBot.Core;
using RetroBot.Core.People;

namespace RetroBot.Host.Catalogs;

/// <summary>The catalog as a file, up to a size, in as little memory as a row takes.</summary>
internal sealed class CatalogFiles(CatalogExport export, IEnumerable<ICatalogWriter> writers, ExportSettings settings)
{
    private const int FileBuffer = 64 * 1024;

    /// <summary>How many bytes the file would have now. It is made and thrown away: where somebody consents to it, another instance may make it.</summary>
    /// <returns>Null where there are more than are sent.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task<long?> MeasureAsync(TenantId tenant, ExportFormat format, CancellationToken ct)
    {
        await using var counted = new BoundedStream(Stream.Null, settings.LargestBytes);
        return await WriteAsync(tenant, format, counted, ct) ? counted.Length : null;
    }

    /// <returns>Null where it is larger than what is sent. Whoever disposes of the file deletes it; where the process is killed, the system does, since the file has no name any more.</returns>
    /// <exception cref="StorageUnavailableException">Storage is out of reach.</exception>
    public async Task<Stream?> MakeAsync(TenantId tenant, ExportFormat format, CancellationToken ct)
    {
        var file = Nameless(settings.Folder);
        try
        {
            if (await WriteAsync(tenant, format, new BoundedStream(file, settings.LargestBytes), ct))
            {
                file.Position = 0;
                return file;
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        await file.DisposeAsync();
        return null;
    }

    private async Task<bool> WriteAsync(TenantId tenant, ExportFormat format, BoundedStream to, CancellationToken ct)
    {
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        try
        {
            await WriterOf(format).WriteAsync(export.RowsAsync(tenant, period: null, ct), pipe, ct);
            await pipe.FlushAsync(ct);
            await to.FlushAsync(ct);
            return true;
        }
        catch (BoundedStream.FullException full)
        {
            await pipe.CompleteAsync(full);
            return false;
        }
    }

    private ICatalogWriter WriterOf(ExportFormat format) => writers.Single(writer => writer.Extension == ExtensionOf(format));

    public static string ExtensionOf(ExportFormat format) => format.ToString().ToLowerInvariant();

    private static FileStream Nameless(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose, BufferSize = FileBuffer };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(folder, $"retrobot-{Guid.NewGuid():N}.export"), options);
        File.Delete(file.Name);
        return file;
    }
}
