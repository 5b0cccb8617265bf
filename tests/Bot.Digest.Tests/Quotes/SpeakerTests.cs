using Bot.Digest.Quotes;

namespace Bot.Digest.Tests.Quotes;

public sealed class SpeakerTests
{
    [Fact]
    public void A_pronoun_that_stands_for_nobody_known_is_no_speaker()
    {
        var quote = Assert.Single(ReadQuotes.In("She said that the pier was safe."));

        Assert.Null(quote.Speaker);
        Assert.NotNull(quote.SpeakerMention);
    }

    [Theory]
    [InlineData("“No,” said a spokeswoman for Omar Feld.", "a spokeswoman for Omar Feld", SpeakerKind.Role)]
    [InlineData("Two officials said the pier was closed for good.", "Two officials", SpeakerKind.Role)]
    [InlineData("The Harbour Ministry said that the pier was closed.", "The Harbour Ministry", SpeakerKind.Organisation)]
    [InlineData("Omar Feld's office said that the pier was closed.", "Omar Feld's office", SpeakerKind.Role)]
    public void Who_is_no_named_person_is_kept_in_the_words_of_the_article(string text, string speaker, SpeakerKind kind)
    {
        var quote = Assert.Single(ReadQuotes.In(text));

        Assert.Equal((speaker, kind, null), (quote.Speaker, quote.SpeakerKind, quote.Person));
    }

    [Theory]
    [InlineData("A spokesman for the union, Omar Feld, said the pier was closed.", "Omar Feld")]
    [InlineData("Omar Feld, 54, of Norrmark, said the pier was closed.", "Omar Feld")]
    [InlineData("Union spokesman Omar Feld said the pier was closed.", "Omar Feld")]
    [InlineData("On Friday, Omar Feld said the pier was closed.", "Omar Feld")]
    [InlineData("The pier has been closed, said the union's chairman, Omar Feld.", "Omar Feld")]
    public void Titles_and_appositions_lead_to_the_name(string text, string speaker) =>
        Assert.Equal(speaker, Assert.Single(ReadQuotes.In(text)).Speaker);

    [Fact]
    public void A_pronoun_goes_to_the_person_of_its_gender_who_spoke_last()
    {
        const string text = "Mrs. Ilse Varga met Mr. Omar Feld on the pier.\n“We agree,” Varga said.\n“It was time,” she said.\n“At last,” he added.";

        Assert.Equal(["Ilse Varga", "Ilse Varga", "Omar Feld"], ReadQuotes.In(text).Select(quote => quote.Speaker));
    }

    [Fact]
    public void An_article_that_calls_someone_she_outweighs_the_given_name()
    {
        const string text = "Robert Lind hung up her coat and said she was glad.\nLind took her seat.\n“Let us begin,” she said.";

        Assert.Equal("Robert Lind", ReadQuotes.In(text)[^1].Speaker);
    }

    [Fact]
    public void A_paragraph_of_marked_words_after_a_quote_floats_on_its_speaker()
    {
        var quotes = ReadQuotes.In("“The pier stays open,” Ilse Varga said.\n“Nobody will lose a berth.”");

        Assert.Equal(("Ilse Varga", true, null), (quotes[1].Speaker, quotes[1].Floating, quotes[1].SpeakerMention));
    }

    [Fact]
    public void Marked_words_after_a_sentence_about_somebody_else_are_not_the_last_speakers()
    {
        var quotes = ReadQuotes.In("“The pier stays open,” Ilse Varga said.\nOmar Feld disagreed. “It will be shut by June and nobody will pay.”");

        Assert.Equal("Omar Feld", quotes[1].Speaker);
    }

    [Fact]
    public void A_quote_that_goes_on_in_the_next_paragraph_keeps_its_speaker()
    {
        var quotes = ReadQuotes.In("“The pier stays open,” Ilse Varga said. “That is settled.\n“And the cranes stay too.”");

        Assert.All(quotes, quote => Assert.Equal("Ilse Varga", quote.Speaker));
        Assert.Equal(3, quotes.Count);
    }

    [Fact]
    public void Only_a_speaker_on_well_measured_ground_is_shown()
    {
        var named = Assert.Single(ReadQuotes.In("“The pier stays open,” Ilse Varga said."));
        var uncued = Assert.Single(ReadQuotes.In("For Ilse Varga there are “many harder winters than this one” behind the port."));

        Assert.True(named.Shown && named.Confidence >= 0.95);
        Assert.False(uncued.Shown);
    }

    [Fact]
    public void A_pronoun_is_shown_where_one_person_is_clearly_meant_and_only_there()
    {
        var clear = ReadQuotes.In("Mrs. Ilse Varga opened the pier.\n“It was time,” she said.");
        var open = ReadQuotes.In("Mrs. Ilse Varga met Mrs. Mara Lind on the pier.\n“It was time,” she said.");

        Assert.True(clear[0].Shown);
        Assert.False(open[0].Shown);
    }

    [Fact]
    public void Words_reported_inside_the_phrase_that_names_the_speaker_begin_no_turn()
    {
        var quotes = ReadQuotes.In("“The pier stays open,” said Ilse Varga, a critic who noted that the union was late. “That is settled.”");

        Assert.Equal("Ilse Varga", quotes[^1].Speaker);
    }

    [Theory]
    [InlineData("Ilse Varga and Omar Feld said the pier was closed.", "Ilse Varga, Omar Feld")]
    [InlineData("“The pier is closed,” said Ilse Varga and Omar Feld.", "Ilse Varga, Omar Feld")]
    [InlineData("“The pier is closed,” said Ilse Varga and the union chairman Omar Feld on Friday.", "Ilse Varga, Omar Feld")]
    [InlineData("“The pier is closed,” Ilse Varga, Mara Lind and Omar Feld said.", "Omar Feld, Ilse Varga, Mara Lind")]
    [InlineData("“The pier is closed,” said Ilse Varga, Mara Lind, and Omar Feld.", "Ilse Varga, Mara Lind, Omar Feld")]
    [InlineData("According to Ilse Varga and Omar Feld, the pier was closed.", "Ilse Varga, Omar Feld")]
    [InlineData("“The pier is closed,” said Ilse Varga and Omar Feld left the hall.", "Ilse Varga")]
    [InlineData("“The pier is closed,” said Ilse Varga, and Omar Feld nodded.", "Ilse Varga")]
    [InlineData("“The pier is closed,” said Ilse Varga, Omar Feld's deputy.", "Ilse Varga")]
    [InlineData("“The pier is closed,” said Ilse Varga, Norrmark.", "Ilse Varga")]
    public void What_several_say_together_is_given_to_each_of_them(string text, string speakers)
    {
        var quotes = ReadQuotes.In($"{ReadQuotes.Cast}Mara Lind came later.\n{text}");

        Assert.Equal(speakers.Split(", ").Order(), quotes.Select(quote => quote.Speaker).Order());
        Assert.Equal(quotes.Skip(1).Select(_ => true), quotes.Skip(1).Select(quote => quote.IsShared));
        Assert.Single(quotes.Select(quote => quote.Span).Distinct());
    }
}
