using Bot.Digest.Language;
using Bot.Digest.People;
using CsCheck;

namespace Bot.Digest.Tests.People;

public sealed class PeopleFinderTests
{
    [Theory]
    [InlineData("The pier stays open, said Dana Quill, who runs the harbour office. Quill added that repairs were paid for.", "Dana Quill", "Quill")]
    [InlineData("“It was never about money,” said Seo Min-hyuk, a member of the council. Seo told reporters so twice.", "Seo Min-hyuk", "Seo")]
    [InlineData("South Korean Prime Minister Noh Dal Rae spoke on Monday. Noh said talks went on.", "Noh Dal Rae", "Noh")]
    [InlineData("Chinese Vice Premier Zhou Haowen left early. Zhou said nothing.", "Zhou Haowen", "Zhou")]
    [InlineData("Vietnamese Foreign Minister Tran Quoc Bao flew home. Tran said the visit was short.", "Tran Quoc Bao", "Tran")]
    [InlineData("Ukrainian Defence Minister Bohdana Kovalyshyn answered. Kovalyshyn said no.", "Bohdana Kovalyshyn", "Kovalyshyn")]
    [InlineData("Sheikh Nabil al-Darwazi, an adviser to the king, agreed. Al-Darwazi said it was late.", "Nabil al-Darwazi", "Al-Darwazi")]
    [InlineData("President Diego López Quiroga spoke first. López said the vote was fair.", "Diego López Quiroga", "López")]
    [InlineData("Dutch minister Pieter van der Molen resigned. Van der Molen said he was tired.", "Pieter van der Molen", "Van der Molen")]
    [InlineData("Coach Séamus O’Dunne was pleased. O’Dunne said the boys ran well.", "Séamus O’Dunne", "O’Dunne")]
    [InlineData("Scottish poet Mairi MacAskrill read twice. MacAskrill said the hall was cold.", "Mairi MacAskrill", "MacAskrill")]
    [InlineData("Hungarian Foreign Minister Zoltán Keresztes disagreed. Keresztes said so in a letter.", "Zoltán Keresztes", "Keresztes")]
    [InlineData("Nigerian economist Adaeze Okwuosa warned of inflation. Okwuosa said prices would rise.", "Adaeze Okwuosa", "Okwuosa")]
    [InlineData("Indian chief justice Rajesh Venkatapathy wrote the ruling. Venkatapathy said it was final.", "Rajesh Venkatapathy", "Venkatapathy")]
    [InlineData("Japanese astronaut Haruka Minazuki landed. Minazuki said the earth was blue.", "Haruka Minazuki", "Minazuki")]
    [InlineData("Turkish singer Ayşe Yıldızhan cancelled. Yıldızhan said she was ill.", "Ayşe Yıldızhan", "Yıldızhan")]
    [InlineData("Lawyer Ted Harrow Jr. objected. Harrow said the file was old.", "Ted Harrow Jr.", "Harrow")]
    [InlineData("Author J.D. Quillfeather signed copies. Quillfeather said he wrote at night.", "J.D. Quillfeather", "Quillfeather")]
    public void A_name_of_any_culture_is_joined_with_its_bare_form(string text, string name, string bare)
    {
        var person = Assert.Single(Find(text).People);

        Assert.Equal(name, person.Name);
        Assert.Equal([bare], person.Aliases);
        Assert.Equal(2, person.Mentions.Count);
    }

    [Theory]
    [InlineData("Minister Dana Quill (Дана Квілл) resigned on Monday.", "Дана Квілл")]
    [InlineData("Seo Min-hyuk (서민혁), a member of the council, left.", "서민혁")]
    [InlineData("Chinese Vice Premier Zhou Haowen (周浩文) left early.", "周浩文")]
    [InlineData("Sheikh Nabil al-Darwazi (نبيل الدروازي) agreed.", "نبيل الدروازي")]
    [InlineData("Coach Olena O'Hara (Олена О’Гара-Лінд) said no.", "Олена О’Гара-Лінд")]
    public void The_name_in_its_own_script_in_brackets_is_another_form_of_it(string text, string native)
    {
        var found = Find(text);

        Assert.Equal([native], Assert.Single(found.People).Aliases);
        Assert.Single(found.Names, name => name.Person == 0);
    }

    [Theory]
    [InlineData("Minister Dana Quill (Lind Party) resigned on Monday.")]
    [InlineData("Minister Dana Quill (54) resigned on Monday.")]
    [InlineData("Minister Dana Quill (born Дана Квілл) resigned on Monday.")]
    [InlineData("Minister Dana Quill (Дана Квілл, 54) resigned on Monday.")]
    [InlineData("Minister Dana Quill, (Дана Квілл) resigned on Monday.")]
    [InlineData("Minister Dana Quill () resigned on Monday.")]
    [InlineData("Minister Dana Quill (Дана")]
    public void Brackets_that_hold_anything_else_are_no_form_of_a_name(string text) => Assert.Empty(Find(text).People.Single().Aliases);

    [Fact]
    public void A_couple_with_one_family_name_is_told_apart_by_titles_and_given_names()
    {
        const string text = "Robert Quill and Susan Quill bought the mill. Mr. Quill said it was cheap. Mrs. Quill disagreed. Susan said the roof leaks.";

        var people = Find(text).People;

        Assert.Equal(["Robert Quill", "Susan Quill"], people.Select(person => person.Name));
        Assert.Equal([2, 3], people.Select(person => person.Mentions.Count));
        Assert.Equal([-1, 1], people.Select(person => person.Gender));
    }

    [Fact]
    public void The_family_name_of_two_siblings_means_the_one_named_last()
    {
        const string text = "Skier Martha Harrow won. Her brother Thomas Harrow, a coach, watched. Harrow said he was proud.";

        var people = Find(text).People;

        Assert.Equal([1, 2], people.Select(person => person.Mentions.Count));
    }

    [Fact]
    public void A_name_in_a_headline_belongs_to_whom_the_text_introduces_later()
    {
        var person = Assert.Single(Find("Quillfeather wins\nSinger Dana Quillfeather won the prize on Monday.").People);

        Assert.Equal(2, person.Mentions.Count);
    }

    [Theory]
    [InlineData("The Harrow Foundation gave money. The foundation is old.")]
    [InlineData("She studied at Robert Quill University for a year.")]
    [InlineData("Hurricane Dorothy hit the coast. Dorothy weakened at night.")]
    [InlineData("The USS Robert Quill sailed on Friday.")]
    [InlineData("Analysts at Goldman Sachs expect less. Goldman Sachs said growth was slow.")]
    [InlineData("They met in Hong Kong and flew to North Korea.")]
    [InlineData("The Foreign Ministry and the Harbour Office disagreed on Tuesday.")]
    [InlineData("He was taken to St. Anne's Hospital in Norrmark.")]
    [InlineData("A ferry passed. (Susan Quill/Coast Wire)")]
    public void Organisations_places_ships_storms_and_credits_are_no_people(string text) => Assert.Empty(Find(text).People);

    [Fact]
    public void A_single_name_is_a_person_with_a_title() =>
        Assert.Equal(["Quillfeather"], Find("The court heard Mr. Quillfeather on Monday. Mr. Quillfeather said he was at sea.").People.Select(person => person.Name));

    [Fact]
    public void A_title_belongs_to_the_mention_and_not_to_the_name()
    {
        const string text = "Norrmark's Harbour Minister Ilse Vargason resigned.";

        var found = Find(text);
        var name = Assert.Single(found.Names, name => name.Span.In(text).EndsWith("Vargason", StringComparison.Ordinal));

        Assert.Equal("Ilse Vargason", name.Span.In(text));
        Assert.Equal("Harbour", TextAnalysis.Of(text).Word(name.TitleToken - 1).ToString());
        Assert.Equal(NameKind.Person, name.Kind);
    }

    [Fact]
    public void Pronouns_tell_a_gender_that_the_name_does_not()
    {
        var person = Assert.Single(Find("Minister Seo Min-hyuk resigned. She said her work was done, and that she was tired.").People);

        Assert.Equal(1, person.Gender);
    }

    [Fact]
    public void No_text_breaks_it_and_mentions_lie_in_the_text_in_order_without_overlap() =>
        Gen.OneOf(Gen.String, _newsLike).Sample(text =>
        {
            var end = 0;
            foreach (var name in Find(text).Names)
            {
                Assert.InRange(name.Span.Start, end, text.Length);
                Assert.InRange(name.Span.End, name.Span.Start + 1, text.Length);
                end = name.Span.End;
            }
        });

    [Fact]
    public void Every_person_has_a_name_a_key_and_mentions() =>
        _newsLike.Sample(text => Find(text).People.All(person =>
            person.Name.Length > 0 && person.Key.Length > 0 && person.Mentions.Count > 0 && person.Confidence is >= PeopleFinder.LeastChance and <= 1));

    private static readonly string[] _words =
    [
        "Mr.", "President", "Dana", "Quill", "al-Darwazi", "van", "der", "“", "”", "\"", "'s", ",", ".", "said", "who", "leads", "the", "Seo", "Min-hyuk",
        "\n", "University", "of", "Jr.", "J.", "(", "/", "54", "coach", "Norrmark", "ÅSA", "李", "🙂", "-", "d'", "O’Dunne", "Hong", "Kong",
    ];

    private static readonly Gen<string> _newsLike =
        Gen.Int[0, _words.Length - 1].Array[0, 40].Select(picks => string.Join(' ', picks.Select(pick => _words[pick])));

    private static PeopleInText Find(string text) => PeopleFinder.Find(TextAnalysis.Of(text));
}
