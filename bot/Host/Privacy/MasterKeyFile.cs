using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RetroBot.Host.Privacy;

/// <summary>A master key in a file: 32 bytes in base64, on one line.</summary>
internal static class MasterKeyFile
{
    /// <summary>Bytes, far more than such a line has.</summary>
    private const int Longest = 256;

    /// <returns>Null where the file holds something else.</returns>
    /// <exception cref="MasterKeyException">The file cannot be read.</exception>
    public static MasterKey? Read(string path)
    {
        var text = GC.AllocateArray<byte>(Longest, pinned: true);
        try
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.Read(file, text, fileOffset: 0);
            return MasterKey.Decoded(bytes =>
                Base64.DecodeFromUtf8(text.AsSpan(0, length).Trim(" \t\r\n"u8), bytes, out _, out var written) == OperationStatus.Done && written == SecretKey.Length);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key's file {path} cannot be read: {absent.Message}", absent);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Makes a key where there is none: for a developer's machine, where losing it costs nothing.</summary>
    public static void MakeIfAbsent(string path)
    {
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Not moving a file over another is no single step everywhere: of two processes, the second could replace what the first has read.
        using var turn = new Mutex($"retrobot-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))}", new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // A process died in its turn. What it left is a draft, or the key.
        }
        try
        {
            if (!File.Exists(path)) Make(path);
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static void Make(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft);
        File.Move(draft, path);
    }

    private static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        using var key = SecretKey.New();
        var text = GC.AllocateArray<byte>(Base64.GetMaxEncodedToUtf8Length(SecretKey.Length), pinned: true);
        key.Use(bytes => Base64.EncodeToUtf8(bytes.Span, text, out _, out _));
        file.Write(text);
        file.Write("\n"u8);
        CryptographicOperations.ZeroMemory(text);
    }
}
