using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RetroBot.Simulation.Tokens;

/// <summary>A self-signed certificate for 127.0.0.1, made in memory, which nothing trusts but the clients that are made here.</summary>
internal sealed class LoopbackCertificate : IDisposable
{
    private readonly X509Certificate2 certificate;

    public LoopbackCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Simulated Bot Framework", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        // Windows serves with a key only when it was imported.
        certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    public X509Certificate2 Served => certificate;

    /// <summary>A client that trusts this certificate and no other.</summary>
    /// <param name="port">Where it is taken on this machine whatever address it asks for; null where addresses mean what they say.</param>
    public HttpClient Client(Func<int>? port = null) => new(Handler(port));

    /// <summary>The same for a client that is made elsewhere.</summary>
    public HttpMessageHandler Handler(Func<int>? port = null) => new SocketsHttpHandler
    {
        ConnectCallback = port is null ? null : async (_, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port(), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(certificate.RawData),
        },
    };

    public void Dispose() => certificate.Dispose();
}
