namespace Bot.Digest.Chat;

/// <summary>Words of /status: one member a key of <c>StatusWords.resx</c>, in its order.</summary>
public static class StatusWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.StatusWords");

    public static string Summary => _catalogue[nameof(Summary)];

    public static string Well => _catalogue[nameof(Well)];

    public static string NotWell => _catalogue[nameof(NotWell)];

    public static string Service(string version, string time) => _catalogue.Fill(nameof(Service), [version, time]);

    public static string NoService(string version) => _catalogue.Fill(nameof(NoService), [version]);

    public static string Archive(int articles, string size, string free) => _catalogue.Fill(nameof(Archive), [articles, size, free]);

    public static string Sources(int visited, int failing) => _catalogue.Fill(nameof(Sources), [visited, failing]);

    public static string Orders(int digests, int follows) => _catalogue.Fill(nameof(Orders), [digests, follows]);

    public static string NothingDue => _catalogue[nameof(NothingDue)];

    public static string Due(int digests, string since) => _catalogue.Fill(nameof(Due), [digests, since]);

    public static string Deliveries(int waiting, int uncertain, int undeliverable) => _catalogue.Fill(nameof(Deliveries), [waiting, uncertain, undeliverable]);

    public static string Platform(int waiting, string last) => _catalogue.Fill(nameof(Platform), [waiting, last]);

    public static string Never => _catalogue[nameof(Never)];

    public static string Platforms => _catalogue[nameof(Platforms)];

    public static string NoPlatforms => _catalogue[nameof(NoPlatforms)];

    public static string Jobs => _catalogue[nameof(Jobs)];

    public static string JobRuns(string since) => _catalogue.Fill(nameof(JobRuns), [since]);

    public static string JobRan(string at) => _catalogue.Fill(nameof(JobRan), [at]);

    public static string JobFailed(string at) => _catalogue.Fill(nameof(JobFailed), [at]);

    public static string FaultOverdue(string since) => _catalogue.Fill(nameof(FaultOverdue), [since]);

    public static string FaultSending(string platform, string since) => _catalogue.Fill(nameof(FaultSending), [platform, since]);

    public static string FaultSilent(string job, string since) => _catalogue.Fill(nameof(FaultSilent), [job, since]);

    public static string FaultHangs(string job, string since) => _catalogue.Fill(nameof(FaultHangs), [job, since]);

    public static string FaultArchive(string since) => _catalogue.Fill(nameof(FaultArchive), [since]);

    public static string Days(int days, int hours) => _catalogue.Fill(nameof(Days), [days, hours]);

    public static string Hours(int hours, int minutes) => _catalogue.Fill(nameof(Hours), [hours, minutes]);

    public static string ButtonDeliveries => _catalogue[nameof(ButtonDeliveries)];
}
