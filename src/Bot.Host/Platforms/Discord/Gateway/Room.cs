using System.Buffers;

namespace Bot.Host.Platforms.Discord.Gateway;

/// <summary>Room for what arrives, used again and again.</summary>
internal static class Room
{
    /// <summary>Bytes that are kept for what arrives next: most servers are announced with fewer.</summary>
    private const int Kept = 256 * 1024;

    /// <summary>The same room without what is in it; a small one when an unusually large message made it larger.</summary>
    public static ArrayBufferWriter<byte> Emptied(this ArrayBufferWriter<byte> room)
    {
        if (room.Capacity > Kept)
        {
            return new();
        }

        room.ResetWrittenCount();
        return room;
    }
}
