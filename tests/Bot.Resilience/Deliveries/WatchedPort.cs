using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Resilience.Deliveries;

/// <summary>A call of a port that has succeeded.</summary>
/// <param name="Result">What its task brought.</param>
internal sealed record PortCall(string Method, IReadOnlyList<object?> Arguments, object? Result);

/// <summary>Stands around a port of the product whatever its methods are, and tells of each asynchronous call before its caller knows of the end.</summary>
#pragma warning disable CA1852 // The proxy is derived from it at run time.
internal class WatchedPort<TPort> : DispatchProxy
#pragma warning restore CA1852
    where TPort : class
{
    private TPort _port = null!;
    private Func<IDisposable?> _enter = () => null;
    private Action<PortCall> _watch = _ => { };

    /// <summary>Puts itself around all that is registered for the port.</summary>
    /// <param name="enter">Runs before each call, and what it gives is disposed when the call has begun.</param>
    /// <param name="watch">Runs after each call that did not fail.</param>
    public static void Around(IServiceCollection services, Func<IDisposable?> enter, Action<PortCall> watch)
    {
        for (var at = 0; at < services.Count; at++)
        {
            if (services[at] is { ServiceType: var type } registered && type == typeof(TPort))
            {
                services[at] = ServiceDescriptor.Singleton(provider => Around(Make(registered, provider), enter, watch));
            }
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        using var entered = _enter();
        var result = targetMethod!.Invoke(_port, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);

        // Of several continuations of a task the one that was added first runs first; the caller adds its own only after this.
        _ = (result as Task)?.ContinueWith(
            ended => _watch(new PortCall(targetMethod.Name, args!, ended.GetType().GetProperty("Result")?.GetValue(ended))),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
        return result;
    }

    private static TPort Around(TPort port, Func<IDisposable?> enter, Action<PortCall> watch)
    {
        var around = Create<TPort, WatchedPort<TPort>>();
        var watched = (WatchedPort<TPort>)(object)around;
        (watched._port, watched._enter, watched._watch) = (port, enter, watch);
        return around;
    }

    private static TPort Make(ServiceDescriptor registered, IServiceProvider provider) => (TPort)(registered switch
    {
        { ImplementationInstance: { } instance } => instance,
        { ImplementationFactory: { } factory } => factory(provider),
        _ => ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!),
    });
}
