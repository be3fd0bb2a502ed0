using System.Security.Cryptography;

namespace RetroBot.Host.Privacy;

/// <summary>The key that wraps every round's key. It never lies in the storage account beside them.</summary>
internal sealed class MasterKey
{
    /// <summary>Bytes: 256 bits.</summary>
    public const int Length = 32;

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A fingerprint: tells keys apart without giving one away.</summary>
    public string Id { get; }

    public MasterKey(byte[] bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length, nameof(bytes));
        Bytes = bytes;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "retrobot/master-key-id"u8))[..16];
    }

    /// <summary>Reads the key from a file of 32 bytes in base64.</summary>
    /// <exception cref="MasterKeyException">The file is absent or holds something else; the message says which and what to do.</exception>
    public static MasterKey Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"RetroBot:MasterKey:File names {path}, which cannot be read: {absent.Message}", absent);
        }
        var bytes = new byte[Length];
        if (!Convert.TryFromBase64String(text, bytes, out var read) || read != Length)
            throw new MasterKeyException($"{path} does not hold a master key: {Length} random bytes in base64 are expected, such as `openssl rand -base64 {Length}` prints.");
        return new MasterKey(bytes);
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
            using (var file = new StreamWriter(draft, options)) file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
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
}
