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

    /// <summary>Whether a paragraph stands beside the story and its words are told in it again: a picture's caption, a pointer to another article.</summary>
    bool IsAside(ParagraphTokens paragraph) => false;

    /// <summary>Who is named right after marked words that no known verb takes.</summary>
    SpeakerPhrase? SubjectAfter(int start, int end);

    /// <summary>The likely subject of a sentence's main clause.</summary>
    /// <param name="before">One past the last token that is looked at.</param>
    SpeakerPhrase? MainSubject(Sentence sentence, int before);

    /// <summary>The subject of a sentence whether or not it is a person; asked for marked words that nobody else was found for.</summary>
    /// <param name="before">One past the last token that is looked at.</param>
    SpeakerPhrase? AnySubject(Sentence sentence, int before) => null;

    /// <summary>Whether an article says that somebody known is meant ("the").</summary>
    bool IsDefinite(ReadOnlySpan<char> article);

    /// <summary>+1 for a personal pronoun that can be a subject and tells she, -1 for he, 0 for every other word.</summary>
    int GenderOf(ReadOnlySpan<char> pronoun);
}
