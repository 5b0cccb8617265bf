using System.Buffers;
using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>A word of a text and what is known of it.</summary>
internal struct Term
{
    /// <summary>As <see cref="ContentWords"/> gives it: equal in every text.</summary>
    public ulong Hash;

    /// <summary>How often it stands in the text; early places count more.</summary>
    public double Count;

    /// <summary>What it says of what the article is about.</summary>
    public double Weight;

    /// <summary>How many sentences hold it.</summary>
    public int Holders;

    /// <summary>One more than the last sentence that holds it.</summary>
    public int LastHolder;

    public bool InTitle;

    /// <summary>Whether it is one of those that most sentences hold.</summary>
    public bool IsCommon;

    /// <summary>Whether the summary says it already.</summary>
    public bool IsTold;
}

/// <summary>
/// The words of a text, numbered in the order in which they first come, and which sentence holds which. The memory is borrowed, so that an
/// article costs none: dispose of it.
/// </summary>
internal sealed class SentenceTerms : IDisposable
{
    private const int Fewest = 1024;
    private readonly int[] _ends;
    private Term[] _terms = ArrayPool<Term>.Shared.Rent(Fewest);
    private int[] _held = ArrayPool<int>.Shared.Rent(Fewest);
    private int[] _slots = ArrayPool<int>.Shared.Rent(4 * Fewest);
    private int _heldCount;

    /// <summary>Reads the words of a text and of its title.</summary>
    public SentenceTerms(TextAnalysis analysis, string title)
    {
        _slots.AsSpan().Clear();
        _ends = ArrayPool<int>.Shared.Rent(analysis.Sentences.Count + 1);
        for (var index = 0; index < analysis.Sentences.Count; index++)
        {
            var span = analysis.Sentences[index].Span;
            foreach (var word in ContentWords.In(analysis.Text.AsSpan(span.Start, span.Length)))
            {
                Hold(Number(word), index);
            }

            _ends[index] = _heldCount;
        }

        foreach (var word in ContentWords.In(title))
        {
            var number = Number(word); // before the array is looked at: a new word may need a larger one
            ref var term = ref _terms[number];
            TitleCount += term.InTitle ? 0 : 1;
            term.InTitle = true;
        }
    }

    /// <summary>How many different words there are, those of the title included.</summary>
    public int Count { get; private set; }

    /// <summary>How many different words the title has.</summary>
    public int TitleCount { get; }

    public ref Term this[int number] => ref _terms[number];

    /// <summary>The numbers of a sentence's words, each once.</summary>
    public ReadOnlySpan<int> Of(int sentence)
    {
        var start = sentence == 0 ? 0 : _ends[sentence - 1];
        return _held.AsSpan(start, _ends[sentence] - start);
    }

    /// <summary>A sentence's words in a form that can be compared with those of other texts.</summary>
    public ulong[] HashesOf(int sentence)
    {
        var words = Of(sentence);
        var hashes = new ulong[words.Length];
        for (var at = 0; at < words.Length; at++)
        {
            hashes[at] = _terms[words[at]].Hash;
        }

        return hashes;
    }

    public void Dispose()
    {
        ArrayPool<Term>.Shared.Return(_terms);
        ArrayPool<int>.Shared.Return(_held);
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<int>.Shared.Return(_ends);
    }

    private void Hold(int number, int sentence)
    {
        const double early = 10; // sentences after which a place counts half
        ref var term = ref _terms[number];
        term.Count += 1 / (1 + (sentence / early));
        if (term.LastHolder == sentence + 1)
        {
            return;
        }

        term.LastHolder = sentence + 1;
        term.Holders++;
        if (_heldCount == _held.Length)
        {
            _held = Larger(_held, _heldCount);
        }

        _held[_heldCount++] = number;
    }

    /// <summary>The number of a word, a new one where it is new: a table of slots that hold one more than a number, or 0.</summary>
    private int Number(ulong word)
    {
        var slot = SlotOf(word);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        if (Count == _terms.Length)
        {
            Grow();
            slot = SlotOf(word);
        }

        _terms[Count] = new Term { Hash = word };
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The slot of a word, or the empty one where it belongs.</summary>
    private int SlotOf(ulong word)
    {
        var slot = (int)(word % (uint)_slots.Length);
        while (_slots[slot] != 0 && _terms[_slots[slot] - 1].Hash != word)
        {
            slot = slot + 1 == _slots.Length ? 0 : slot + 1;
        }

        return slot;
    }

    private void Grow()
    {
        _terms = Larger(_terms, Count);
        var small = _slots;
        _slots = ArrayPool<int>.Shared.Rent(2 * small.Length);
        _slots.AsSpan().Clear();
        ArrayPool<int>.Shared.Return(small);
        for (var number = 0; number < Count; number++)
        {
            _slots[SlotOf(_terms[number].Hash)] = number + 1;
        }
    }

    private static T[] Larger<T>(T[] full, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * full.Length);
        full.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }
}
