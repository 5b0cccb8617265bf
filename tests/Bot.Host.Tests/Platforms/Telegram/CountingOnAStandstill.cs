using Bot.Digest.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What somebody asked stays within the minute, however long the machine takes.</summary>
public sealed class CountingOnAStandstill : RunningBot
{
    public CountingOnAStandstill() => Instead = services => services.AddSingleton(new RateLimit(new FakeTimeProvider()));
}
