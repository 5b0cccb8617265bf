using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>Every word that replies are made of: one member a key of <c>Words.resx</c>.</summary>
public static class Words
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.Words");

    public static RichText NothingTyped => _catalogue.Fill(nameof(NothingTyped), Command("/help"));

    public static string Bug => _catalogue[nameof(Bug)];

    public static string HelpTitle => _catalogue[nameof(HelpTitle)];

    public static RichText HelpMore => _catalogue.Fill(nameof(HelpMore), Command("/help who"));

    public static string HelpExamples => _catalogue[nameof(HelpExamples)];

    public static string HelpChoices(string choices) => _catalogue.Fill(nameof(HelpChoices), [choices]);

    /// <summary>A hint for words without a command; they come in quotation marks, so that they are searched as they stand.</summary>
    public static RichText NoSlash(string quoted) => _catalogue.Fill(nameof(NoSlash), Command($"/search {quoted}"));

    public static string LineTooLong(int most) => _catalogue.Fill(nameof(LineTooLong), [most]);

    public static RichText UnknownCommand(string typed) =>
        _catalogue.Fill(nameof(UnknownCommand), new Code("/" + typed), Command("/help"));

    public static RichText UnknownCommandNear(string typed, string nearest) =>
        _catalogue.Fill(nameof(UnknownCommandNear), new Code("/" + typed), Command($"/help {nearest}", "/" + nearest));

    public static RichText UnknownOption(string typed, string command, string known) =>
        _catalogue.Fill(nameof(UnknownOption), new Code(typed + ":"), Help(command), new Code(known));

    public static RichText UnknownOptionNear(string typed, string nearest, string command) =>
        _catalogue.Fill(nameof(UnknownOptionNear), new Code(typed + ":"), Help(command), new Code(nearest + ":"));

    public static RichText TwiceGiven(string option) => _catalogue.Fill(nameof(TwiceGiven), new Code(option + ":"));

    public static RichText EmptyOption(string option) => _catalogue.Fill(nameof(EmptyOption), new Code(option + ":"));

    public static RichText StrayWord(string word, string command) =>
        _catalogue.Fill(nameof(StrayWord), new Plain(word), Command($"/help {command}"));

    public static RichText TakesNothing(string command) => _catalogue.Fill(nameof(TakesNothing), Command("/" + command));

    public static RichText Missing(string argument, string example) =>
        _catalogue.Fill(nameof(Missing), new Plain(argument), Command(example));

    public static RichText NotANumber(string option, string typed, int min, int max) => _catalogue.Fill(
        nameof(NotANumber), new Plain(typed), new Code(option + ":"), Number(min), Number(max));

    public static RichText NotAMoment(string option, string typed) =>
        _catalogue.Fill(nameof(NotAMoment), new Plain(typed), new Code(option + ":"));

    public static RichText NotAChoice(string option, string typed, string choices) =>
        _catalogue.Fill(nameof(NotAChoice), new Plain(typed), new Code(option + ":"), new Plain(choices));

    public static RichText OperatorOnly(string command) => _catalogue.Fill(nameof(OperatorOnly), new Code("/" + command));

    public static RichText AdminsOnly(string command) => _catalogue.Fill(nameof(AdminsOnly), new Code("/" + command));

    public static string TooMany(int seconds) => _catalogue.Count(nameof(TooMany), seconds);

    public static RichText TerminalKeys(string farewell) => _catalogue.Fill(nameof(TerminalKeys), new Code(farewell));

    public static string NoSuchChoice(int typed, int most) => _catalogue.Fill(nameof(NoSuchChoice), [typed, most]);

    private static CommandLink Command(string line, string? shown = null) => new(shown ?? line, line);

    private static CommandLink Help(string command) => Command($"/help {command}", "/" + command);

    private static Plain Number(int number) => new(number.ToString(CultureInfo.CurrentCulture));
}
