using Bot.Digest.Language;
using Bot.Digest.Language.English.Names;
using Bot.Digest.Language.Names;

namespace Bot.Digest.Tests.Language.English.Names;

public sealed class NameCandidatesTests
{
    [Theory]
    [InlineData("Meanwhile Dana Quill left.", "Dana Quill")]
    [InlineData("The Norrmark Owls President Dana Quill left.", "Norrmark Owls|Dana Quill")]
    [InlineData("Minister of State Dana Quill left.", "Dana Quill")]
    [InlineData("On Monday Dana Quill Thursday left.", "Dana Quill")]
    [InlineData("Dwayne “The Boulder” Quill left.", "Dwayne “The Boulder” Quill")]
    [InlineData("Pieter van der Molen left.", "Pieter van der Molen")]
    [InlineData("Ted Harrow, Jr., left.", "Ted Harrow, Jr.")]
    [InlineData("The Hong Kong-based Post left.", "Hong|Post")]
    [InlineData("Seo Min-hyuk met Dana.", "Seo Min-hyuk|Dana")]
    [InlineData("Will Quill left.", "Will Quill")]
    [InlineData("Will he leave?", "")]
    [InlineData("Robert Major saw Mr. Singer.", "Robert Major|Singer")]
    [InlineData("Small said no.", "Small")]
    [InlineData("Small steps help.", "")]
    public void Capitalised_runs_are_cut_into_what_may_be_a_name(string text, string names)
    {
        var analysis = TextAnalysis.Of(text);

        var found = NameCandidates.Find(analysis).Select(name => analysis.SpanOf(name.FirstToken, name.EndToken).In(text));

        Assert.Equal(names, string.Join('|', found));
    }

    [Theory]
    [InlineData("(Dana Quill/Coast Wire)", true)]
    [InlineData("Dana Quill, Coast Wire", true)]
    [InlineData("Photo by Dana Quill of the pier as it looked on the morning after the storm.", true)]
    [InlineData("The pier opened.\nDana Quill is a reporter in Norrmark who has written about harbours for twenty years.", true)]
    [InlineData("The pier opened, said Dana Quill, who has lived beside the harbour for twenty years.", false)]
    public void A_credit_is_told_from_news(string text, bool credit)
    {
        var analysis = TextAnalysis.Of(text);
        var name = NameCandidates.Find(analysis).First(one => analysis.Is(one.FirstToken, "Dana"));

        Assert.Equal(credit, Credits.Holds(analysis, name));
    }

    [Theory]
    [InlineData("Lee Min-bok", true)]
    [InlineData("Nguyen Phu Trong", true)]
    [InlineData("Keresztes Zoltan", false)]
    [InlineData("Lee Harrison", false)]
    [InlineData("Dana Quill", false)]
    public void Names_that_begin_with_the_family_name_are_recognised(string text, bool reads)
    {
        var analysis = TextAnalysis.Of(text);

        Assert.Equal(reads, FamilyFirst.Reads(analysis, 0, analysis.Tokens.Length));
    }
}
