using Bot.Digest.Language;

namespace Bot.Digest.Quotes;

/// <summary>How a language gives words to somebody; one for each text that is read.</summary>
internal interface IQuoteGrammar
{
    /// <summary>What was found so far, in any order.</summary>
    List<Draft> Drafts { get; }

    /// <summary>Whether a quotation is part of a draft.</summary>
    bool IsUsed(int run);

    /// <summary>Adds the quotes that one sentence gives to somebody; sentences come in text order.</summary>
    void Read(int sentence);

    /// <summary>Who is named right after marked words that no known verb takes.</summary>
    SpeakerPhrase? SubjectAfter(int start, int end);

    /// <summary>The likely subject of a sentence's main clause.</summary>
    /// <param name="before">One past the last token that is looked at.</param>
    SpeakerPhrase? MainSubject(Sentence sentence, int before);

    /// <summary>Whether an article says that somebody known is meant ("the").</summary>
    bool IsDefinite(ReadOnlySpan<char> article);

    /// <summary>+1 for a personal pronoun that can be a subject and tells she, -1 for he, 0 for every other word.</summary>
    int GenderOf(ReadOnlySpan<char> pronoun);
}
