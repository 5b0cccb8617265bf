namespace Bot.Host.CommandLine;

/// <summary>The service's own word on its health.</summary>
public static class HealthEndpoint
{
    /// <summary>GET /health answers 200 "healthy" as long as the service runs.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet(HealthCommand.Path, () => "healthy");
}
