using System.Collections.Frozen;

namespace Bot.Digest.Reading.Dates;

/// <summary>Month names as pages print them in the languages of Europe and the Americas, whole or cut short.</summary>
internal static class MonthNames
{
    /// <summary>Shorter beginnings are words of their own too often.</summary>
    private const int ShortestCut = 3;

    /// <summary>January to December; variants by a slash (spelling, or the case that a date takes).</summary>
    private static readonly string[] Languages =
    [
        "january february march april may june july august september october november december",
        "januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
        "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts/mars april maj/mai juni juli august september oktober november december/desember",
        "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta",
        "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września październik/października listopad/listopada grudzień/grudnia",
        "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září/září říjen/října listopad/listopadu prosinec/prosince",
        "január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla august/augusta september/septembra október/októbra november/novembra december/decembra",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря",
        "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "ιανουάριος/ιανουαρίου φεβρουάριος/φεβρουαρίου μάρτιος/μαρτίου απρίλιος/απριλίου μάιος/μαΐου ιούνιος/ιουνίου ιούλιος/ιουλίου αύγουστος/αυγούστου σεπτέμβριος/σεπτεμβρίου οκτώβριος/οκτωβρίου νοέμβριος/νοεμβρίου δεκέμβριος/δεκεμβρίου",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    ];

    private static readonly FrozenDictionary<string, int> Months = Build();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0 when the word is no month. Case does not matter.</summary>
    public static int Number(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = Languages
            .SelectMany(language => language.Split(' ').SelectMany((all, index) => all.Split('/').Select(name => (Name: name, Month: index + 1))))
            .ToList();
        foreach (var (name, month) in names)
        {
            months.TryAdd(name, month);
        }

        // Whole names first, so that a name that begins another's keeps its own month.
        foreach (var (name, month) in names)
        {
            for (var length = ShortestCut; length < Math.Min(name.Length, 6); length++)
            {
                months.TryAdd(name[..length], month);
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
