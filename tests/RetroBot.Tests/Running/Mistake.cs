using Microsoft.Extensions.DependencyInjection;

namespace RetroBot.Tests.Running;

/// <summary>A mistake that somebody careless could make in RetroBot. It is put into the service when a test puts it together; the product knows nothing of it.</summary>
public abstract class Mistake
{
    public abstract void Change(IServiceCollection services);

    /// <summary>Puts something around a part of the service; around each where there are several.</summary>
    private protected static void Wrap<T>(IServiceCollection services, Func<T, IServiceProvider, T> around)
        where T : class
    {
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is not { IsKeyedService: false } part || part.ServiceType != typeof(T)) continue;
            services[index] = ServiceDescriptor.Singleton(provider => around((T)Make(part, provider), provider));
        }
    }

    private static object Make(ServiceDescriptor part, IServiceProvider provider) =>
        part.ImplementationInstance ?? part.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, part.ImplementationType!);
}
