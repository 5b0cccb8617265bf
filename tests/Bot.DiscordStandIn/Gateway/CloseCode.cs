namespace Bot.DiscordStandIn.Gateway;

/// <summary>Why the gateway hangs up (topics/opcodes-and-status-codes).</summary>
public enum CloseCode
{
    UnknownError = 4000,
    UnknownOpcode = 4001,
    DecodeError = 4002,
    NotAuthenticated = 4003,
    AuthenticationFailed = 4004,
    AlreadyAuthenticated = 4005,
    InvalidSequence = 4007,
    RateLimited = 4008,
    SessionTimedOut = 4009,
    InvalidShard = 4010,
    ShardingRequired = 4011,
    InvalidVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,
}

/// <summary>What a payload is about (topics/opcodes-and-status-codes).</summary>
internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Presence = 3,
    Voice = 4,
    Resume = 6,
    Reconnect = 7,
    Members = 8,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
