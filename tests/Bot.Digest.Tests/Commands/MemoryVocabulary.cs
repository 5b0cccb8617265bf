using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Commands;

/// <summary>Terms as a list, the same for everybody.</summary>
internal sealed class MemoryVocabulary(params Term[] terms) : IVocabulary
{
    /// <summary>How often it was read.</summary>
    public int Readings { get; private set; }

    public long PeopleVersion { get; set; }

    public Func<Task<IReadOnlyList<Term>>>? Reading { get; set; }

    public static KeptVocabularies Kept(params Term[] terms) => new(new MemoryVocabulary(terms), new FakeTimeProvider());

    public Task<Sight> SightAsync(CommunityId asker, CancellationToken ct) => Task.FromResult(new Sight(asker, PeopleVersion));

    public Task<IReadOnlyList<Term>> ReadAsync(CommunityId reader, CancellationToken ct)
    {
        Readings++;
        return Reading?.Invoke() ?? Task.FromResult<IReadOnlyList<Term>>(terms);
    }
}
