using System.Runtime.InteropServices;

namespace Bot.Host.CommandLine;

/// <summary>Ctrl-C and SIGTERM during a run: the first asks it to end, a second is left to the system, which ends the process at once.</summary>
public sealed class StopSignals : IDisposable
{
    /// <summary>How long a run may take to end after it was asked to.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on.</summary>
    public StopSignals() =>
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Take), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Waits for a run that was given <see cref="Asked"/>, and for one that does not heed it only as long as a farewell takes.</summary>
    /// <exception cref="OperationCanceledException">The run was asked to end and did not finish.</exception>
    public async Task<int> EndOfAsync(Task<int> run)
    {
        await Task.WhenAny(run, Task.Delay(Timeout.InfiniteTimeSpan, Asked));
        if (!run.IsCompleted)
        {
            await Task.WhenAny(run, Task.Delay(Farewell, TimeProvider.System, CancellationToken.None));
        }

        return run.IsCompleted ? await run : throw new OperationCanceledException(Asked);
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _asked.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        if (!_asked.IsCancellationRequested)
        {
            signal.Cancel = true;
            _asked.Cancel();
        }
    }
}
