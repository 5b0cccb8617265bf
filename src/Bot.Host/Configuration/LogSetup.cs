using Microsoft.Extensions.Logging.Console;

namespace Bot.Host.Configuration;

/// <summary>The service's log on standard error: standard output belongs to answers.</summary>
public static class LogSetup
{
    /// <summary>Logs to the console as the settings say.</summary>
    /// <param name="quiet">Nothing below a warning, whatever the settings say.</param>
    public static ILoggingBuilder AddLog(this ILoggingBuilder logging, LogOptions options, bool quiet)
    {
        // The server would log each request with its query: what is asked is nobody's business but the asker's.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // How the scheduler puts itself together, fourteen lines at each start, tells an operator nothing.
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.SetMinimumLevel(quiet && options.Level < LogLevel.Warning ? LogLevel.Warning : options.Level);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return options.Format == LogFormat.Json
            ? logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "O"))
            : logging.AddSimpleConsole(text => (text.SingleLine, text.UseUtcTimestamp, text.TimestampFormat) = (true, true, "yyyy-MM-dd HH:mm:ss'Z' "));
    }
}
