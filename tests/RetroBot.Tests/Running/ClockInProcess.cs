using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RetroBot.Tests.Running;

/// <summary>Has the service that runs in a process of its own go by a test's clock.</summary>
internal static class ClockInProcess
{
    /// <summary>Said instead of a time: the process is to free the memory that it does not need any more.</summary>
    public const long Collect = -1;

    private const string Name = "RETROBOT_TESTS_CLOCK";
    private const string WrongName = "RETROBOT_TESTS_CLOCK_WRONG";

    /// <param name="port">On which the clock is told, on this machine.</param>
    /// <param name="wrong">How much later than others it says it is.</param>
    public static void Put(int port, TimeSpan wrong, ProcessStartInfo start)
    {
        ServiceInProcess.LoadTestsInto(start);
        start.Environment[Name] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment[WrongName] = wrong.ToString("c", CultureInfo.InvariantCulture);
    }

    /// <summary>In the process itself: takes the time from where it was told to.</summary>
    public static void Make()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(Name), CultureInfo.InvariantCulture, out var port)) return;
        var wrong = TimeSpan.ParseExact(Environment.GetEnvironmentVariable(WrongName)!, "c", CultureInfo.InvariantCulture);
        var source = new TcpClient();
        source.Connect(IPAddress.Loopback, port);
        var time = new JumpingTime();
        Follow();
        new Thread(FollowOn) { IsBackground = true, Name = "the test's clock" }.Start();
        ServiceInProcess.WhenPutTogether(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));

        void Follow()
        {
            var told = new byte[2 * sizeof(long)];
            source.GetStream().ReadExactly(told);
            time.Wrong = wrong + TimeSpan.FromTicks(BitConverter.ToInt64(told, sizeof(long)));
            if (BitConverter.ToInt64(told) is not Collect and var ahead) time.SetAhead(TimeSpan.FromTicks(ahead));
            else GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            source.GetStream().WriteByte(1);
        }

        void FollowOn()
        {
            try
            {
                while (true) Follow();
            }
            catch (IOException)
            {
                // The test is over, and so will be this process.
            }
        }
    }
}
