using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RetroBot.Host.Privacy;

/// <summary>What the pages leave with a browser (who is signed in, and where to go on) is sealed under the master key: every instance opens it, also after a restart, and no key lies anywhere else.</summary>
/// <remarks>Whoever was signed in under a master key that is not read any more signs in again.</remarks>
internal sealed class MasterKeyProtection(MasterKeyRing masters) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(masters, [purpose]);

    private sealed class Protector(MasterKeyRing masters, IReadOnlyList<string> purposes) : IDataProtector
    {
        private const int IdLength = 16;

        private readonly byte[] context = ContextOf(purposes);

        public IDataProtector CreateProtector(string purpose) => new Protector(masters, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext)
        {
            var master = masters.Latest;
            return [.. Encoding.ASCII.GetBytes(master.Id), .. Envelope.Seal(master.Secret, "retrobot/pages"u8, plaintext, context)];
        }

        /// <exception cref="CryptographicException">It was not sealed here for this, or under a key that is not known any more.</exception>
        public byte[] Unprotect(byte[] protectedData)
        {
            if (protectedData.Length < IdLength + Envelope.Overhead) throw new CryptographicException($"{protectedData.Length} bytes hold nothing.");
            if (masters.FindKnown(Encoding.ASCII.GetString(protectedData, 0, IdLength)) is not { } master) throw new CryptographicException("The master key that sealed it is not known here.");
            var plain = new byte[protectedData.Length - IdLength - Envelope.Overhead];
            Envelope.Open(master.Secret, "retrobot/pages"u8, protectedData.AsSpan(IdLength), context, plain);
            return plain;
        }

        /// <summary>Each with its length before it, so that no two chains of purposes read the same.</summary>
        private static byte[] ContextOf(IReadOnlyList<string> purposes)
        {
            using var bytes = new MemoryStream();
            Span<byte> length = stackalloc byte[sizeof(int)];
            foreach (var purpose in purposes)
            {
                var text = Encoding.UTF8.GetBytes(purpose);
                BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
                bytes.Write(length);
                bytes.Write(text);
            }
            return bytes.ToArray();
        }
    }
}
