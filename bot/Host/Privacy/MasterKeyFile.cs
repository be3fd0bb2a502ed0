using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace RetroBot.Host.Privacy;

/// <summary>A master key in a file: 32 bytes in base64, on one line.</summary>
internal static class MasterKeyFile
{
    /// <summary>Bytes, far more than such a line has.</summary>
    private const int Longest = 256;

    /// <exception cref="MasterKeyException">The file is absent or holds something else; the message says which and what to do.</exception>
    public static MasterKey Read(string path)
    {
        var text = GC.AllocateArray<byte>(Longest, pinned: true);
        try
        {
            using var file = File.OpenHandle(path);
            return Parse(text.AsMemory(0, RandomAccess.Read(file, text, fileOffset: 0)))
                ?? throw new MasterKeyException($"{path} does not hold a master key: {SecretKey.Length} random bytes in base64 are expected, such as `openssl rand -base64 {SecretKey.Length}` prints.");
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"RetroBot:MasterKey:File names {path}, which cannot be read: {absent.Message}", absent);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Reads the key, or makes one where there is none: for a developer's machine, where losing it costs nothing.</summary>
    public static MasterKey ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new StreamWriter(draft, options)) file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretKey.Length)));
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft); // another process was first; its key is the key
            }
        }
        return Read(path);
    }

    /// <returns>Null where it is something else.</returns>
    private static MasterKey? Parse(ReadOnlyMemory<byte> text)
    {
        var isKey = false;
        var secret = SecretKey.Written(bytes =>
            isKey = Base64.DecodeFromUtf8(text.Span.Trim(" \t\r\n"u8), bytes.Span, out _, out var written) == OperationStatus.Done && written == SecretKey.Length);
        if (isKey) return new MasterKey(secret);
        secret.Dispose();
        return null;
    }
}
