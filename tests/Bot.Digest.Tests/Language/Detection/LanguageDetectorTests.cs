using Bot.Digest.Language.Detection;

namespace Bot.Digest.Tests.Language.Detection;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The harbour will stay open in the summer, and nobody who works there has to leave.")]
    [InlineData("de", "Der Hafen bleibt im Sommer offen, und niemand von den Leuten muss nach Hause gehen.")]
    [InlineData("fr", "Le port reste ouvert pendant tout l'été et les ouvriers qui sont sur le quai ne doivent pas partir.")]
    [InlineData("es", "El puerto sigue abierto durante el verano y los obreros que están en el muelle no se van.")]
    [InlineData("it", "Il porto resta aperto per tutta l'estate e gli operai che sono sul molo non devono partire.")]
    [InlineData("pt", "O porto continua aberto durante o verão e os operários que estão no cais não vão embora.")]
    [InlineData("nl", "De haven blijft de hele zomer open en niemand van de mensen die er werken hoeft naar huis te gaan.")]
    [InlineData("sv", "Hamnen är öppen hela sommaren och ingen av dem som arbetar där behöver gå hem, inte heller på kvällen.")]
    [InlineData("da", "Havnen er åben hele sommeren, og ingen af dem, der arbejder der, skal hjem efter klokken ti, siger hun.")]
    [InlineData("no", "Havnen er åpen hele sommeren, og ingen av dem som jobber der, må hjem etter klokken ti, sier hun nå.")]
    [InlineData("fi", "Satama on auki koko kesän, eikä kukaan ole lähdössä, mutta työ jatkuu myös syksyllä.")]
    [InlineData("pl", "Port jest otwarty przez całe lato i nikt z tych, którzy tam są, nie musi się stąd wynosić do domu.")]
    [InlineData("cs", "Přístav je otevřený po celé léto a nikdo z těch, kteří tam jsou, se nemusí vracet, protože práce už je ještě dost.")]
    [InlineData("sk", "Prístav je otvorený po celé leto a nikto z tých, ktorí tam sú, sa nemusí vracať, pretože práce už je ešte dosť.")]
    [InlineData("hu", "A kikötő egész nyáron nyitva van, és nem kell senkinek hazamennie, mert még sok a munka, de az idő jó.")]
    [InlineData("ro", "Portul este deschis toată vara și nu trebuie să plece nimeni dintre cei care sunt pe chei.")]
    [InlineData("hr", "Luka je otvorena cijelo ljeto i nitko od onih koji su na molu ne mora kući, ali će se još raditi.")]
    [InlineData("sl", "Pristanišče je odprto vse poletje in nihče od tistih, ki so na pomolu, ne bo šel domov, ker je še dela.")]
    [InlineData("tr", "Liman bütün yaz açık ve orada çalışan hiç kimse için bir değişiklik olmadı, daha sonra ne olur belli değil.")]
    [InlineData("id", "Pelabuhan itu tetap buka dan para pekerja yang ada di sana tidak akan pulang karena masih ada kerja.")]
    [InlineData("vi", "Bến cảng vẫn mở trong mùa hè và những người làm ở đó không phải về nhà.")]
    [InlineData("ca", "El port és obert durant l'estiu i els obrers que són al moll no han de marxar, però amb aquest temps.")]
    [InlineData("et", "Sadam on avatud kogu suve ja keegi ei pea koju minema, sest tööd on veel nii palju, kui see on.")]
    [InlineData("lv", "Osta ir atvērta visu vasaru, un neviens, kas tur strādā, nav projām, bet darbs jau tika pabeigts.")]
    [InlineData("lt", "Uostas yra atviras visą vasarą, ir niekas iš ten, kad ir dirba, neturi namo, bet tai dar ne viskas.")]
    [InlineData("ru", "Порт открыт всё лето, и никто из тех, кто там был, не должен уходить, но это ещё не всё.")]
    [InlineData("uk", "Порт відкритий усе літо, і ніхто з тих, хто там був, не має йти, але це ще не все, та й що з того.")]
    [InlineData("bg", "Пристанището е отворено цяло лято и никой от тези, които са там, не трябва да си ходи, но това не е всичко.")]
    [InlineData("sr", "Лука је отворена цело лето и нико од оних који су на молу не мора кући, али ће се још радити.")]
    [InlineData("be", "Порт адкрыты ўсё лета, і ніхто з тых, хто там быў, не павінен ісці, але гэта яшчэ не ўсё.")]
    [InlineData("el", "Το λιμάνι μένει ανοιχτό όλο το καλοκαίρι.")]
    [InlineData("he", "הנמל פתוח כל הקיץ.")]
    [InlineData("ar", "الميناء مفتوح طوال الصيف.")]
    [InlineData("fa", "بندر در تمام تابستان باز است و چیزی تغییر نمی‌کند.")]
    [InlineData("ur", "بندرگاہ پوری گرمیوں میں کھلی رہے گی اور کوئی گھر نہیں جائے گا، یہ بڑی بات ہے۔")]
    [InlineData("hi", "बंदरगाह पूरी गर्मी खुला रहेगा।")]
    [InlineData("bn", "বন্দর সারা গ্রীষ্ম খোলা থাকবে।")]
    [InlineData("ta", "துறைமுகம் கோடை முழுவதும் திறந்திருக்கும்.")]
    [InlineData("th", "ท่าเรือเปิดตลอดฤดูร้อน")]
    [InlineData("ka", "პორტი მთელი ზაფხული ღიაა.")]
    [InlineData("hy", "Նավահանգիստը բաց է ամբողջ ամառ։")]
    [InlineData("zh", "港口整个夏天都开放。")]
    [InlineData("ja", "港は夏の間ずっと開いています。")]
    [InlineData("ko", "항구는 여름 내내 열려 있습니다.")]
    public void A_sentence_tells_its_language(string language, string text) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("12,000 – 3.5 %")]
    [InlineData("Nordhaven Lind Varga")]
    public void What_tells_nothing_is_left_open(string text) => Assert.Null(LanguageDetector.Detect(text));

    [Fact]
    public void What_was_stated_stands_where_the_text_hardly_tells() =>
        Assert.Equal("da", LanguageDetector.Detect("Havnen er åben.", stated: "da"));

    [Fact]
    public void What_was_stated_stands_against_a_neighbour_that_shares_most_words() =>
        Assert.Equal("no", LanguageDetector.Detect("Havnen er i dag og i morgen for alle som har vært der og det er den.", stated: "no"));

    [Fact]
    public void A_text_contradicts_what_was_stated() =>
        Assert.Equal("de", LanguageDetector.Detect("Der Hafen bleibt im Sommer offen, und niemand von den Leuten muss nach Hause gehen.", stated: "en"));

    [Fact]
    public void Only_the_beginning_of_a_long_text_is_looked_at()
    {
        const string english = "The harbour will stay open in the summer, and nobody who works there has to leave. ";

        Assert.Equal("en", LanguageDetector.Detect(string.Concat(Enumerable.Repeat(english, 40)) + new string('港', 9000)));
    }
}
