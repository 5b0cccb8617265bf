using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Digest.Commands.Parsing;

/// <summary>Compares what was typed with what a command takes.</summary>
internal sealed class ArgumentReader
{
    private readonly CommandSpec _spec;
    private readonly DateOnly _today;
    private readonly Argument? _positional;
    private readonly Dictionary<string, List<string>> _typed = new(StringComparer.Ordinal);

    private ArgumentReader(CommandSpec spec, DateOnly today)
    {
        _spec = spec;
        _today = today;
        _positional = spec.Arguments.FirstOrDefault(argument => argument.Positional);
    }

    /// <summary>Values by argument name, or one sentence that says what is wrong and what to do.</summary>
    public readonly record struct Outcome(IReadOnlyDictionary<string, object> Values, RichText? Problem);

    public static Outcome Read(CommandSpec spec, IReadOnlyList<Token> tokens, DateOnly today)
    {
        var reader = new ArgumentReader(spec, today);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var problem = reader.Sort(tokens) ?? reader.Convert(values);
        return new Outcome(values, problem);
    }

    /// <summary>Gives each token to the argument that it belongs to.</summary>
    private RichText? Sort(IReadOnlyList<Token> tokens)
    {
        // Words go to the positional argument until an option is named; then to that option as long as it takes words.
        var open = _positional;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Option is null)
            {
                open ??= _positional is { } late && !_typed.ContainsKey(late.Name) ? late : null;
                if (open is null)
                {
                    return TimeInWords(tokens, at) ?? (_positional is null && _spec.Arguments.All(argument => argument.Hidden)
                        ? Words.TakesNothing(_spec.Name)
                        : Words.StrayWord(token.Value, _spec.Name));
                }

                Add(open, token);
            }
            else if (Option(token.Option) is not { } option)
            {
                return UnknownOption(token.Option);
            }
            else if (_typed.ContainsKey(option.Name))
            {
                return Words.TwiceGiven(option.Name);
            }
            else
            {
                open = option;
                _typed[option.Name] = [];
                if (token.Value.Length > 0)
                {
                    Add(option, token);
                }
            }

            open = IsFull(open, token) ? null : open;
        }

        return null;
    }

    /// <summary>"since:30 February": the words left over belong to the time, and no quotation marks would make it one.</summary>
    private RichText? TimeInWords(IReadOnlyList<Token> tokens, int stray)
    {
        var named = tokens.Take(stray).LastOrDefault(token => token.Option is not null).Option;
        if (named is null || Option(named) is not { Kind: ArgumentKind.Moment } option || _typed[option.Name] is not [var typed] || Moments.Read(typed, _today) is not null)
        {
            return null;
        }

        var rest = tokens.Skip(stray).TakeWhile(token => token.Option is null).Select(token => token.Value);
        return Words.NotAMoment(option.Name, string.Join(' ', rest.Prepend(typed)));
    }

    private void Add(Argument argument, Token token)
    {
        if (!_typed.TryGetValue(argument.Name, out var words))
        {
            _typed[argument.Name] = words = [];
        }

        words.Add(argument.KeepsMarks && token.Quoted ? CommandText.Quote(token.Value) : token.Value);
    }

    /// <summary>An option that holds one word, or that was quoted, is complete; what follows is not its own.</summary>
    private bool IsFull(Argument argument, Token token) =>
        argument != _positional
        && _typed[argument.Name].Count > 0
        && (token.Quoted || argument.Kind is not (ArgumentKind.Words or ArgumentKind.Person or ArgumentKind.Story or ArgumentKind.Source
            or ArgumentKind.Topic or ArgumentKind.Topics or ArgumentKind.Subject or ArgumentKind.File or ArgumentKind.Channel));

    private Argument? Option(string name) =>
        _spec.Arguments.FirstOrDefault(argument => string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase));

    private RichText UnknownOption(string typed)
    {
        var known = _spec.Arguments.Where(argument => !argument.Hidden && !argument.Positional).Select(argument => argument.Name).ToList();
        return NearestName.To(typed, known) is { } nearest ? Words.UnknownOptionNear(typed, nearest, _spec.Name)
            : known.Count > 0 ? Words.UnknownOption(typed, _spec.Name, string.Join(", ", known.Select(name => name + ":")))
            : Words.TakesNothing(_spec.Name);
    }

    private RichText? Convert(Dictionary<string, object> values)
    {
        foreach (var argument in _spec.Arguments)
        {
            var text = string.Join(' ', _typed.GetValueOrDefault(argument.Name) ?? []).Trim();
            if (text.Length > 0)
            {
                if (Value(argument, text) is not { } value)
                {
                    return Wrong(argument, text);
                }

                values[argument.Name] = value;
            }
            else if (_typed.ContainsKey(argument.Name) && !argument.Positional)
            {
                return Words.EmptyOption(argument.Name);
            }
            else if (argument.Required)
            {
                var example = _spec.Examples.Count > 0 ? _spec.Examples[0] : CommandText.Usage(_spec);
                return argument.Positional ? Words.Missing(argument.Name, example) : Words.MissingOption(argument.Name, example);
            }
        }

        return null;
    }

    /// <summary>Null when the words are not what the argument takes.</summary>
    private object? Value(Argument argument, string text) => argument.Kind switch
    {
        ArgumentKind.Number => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= argument.Min && number <= argument.Max ? number : null,
        ArgumentKind.Moment => Moments.Read(text, _today),
        ArgumentKind.Choice => argument.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)),
        _ => text,
    };

    private static RichText Wrong(Argument argument, string text) => argument.Kind switch
    {
        ArgumentKind.Number when argument.Max == int.MaxValue => Words.NotANumberFrom(argument.Name, text, argument.Min),
        ArgumentKind.Number => Words.NotANumber(argument.Name, text, argument.Min, argument.Max),
        ArgumentKind.Moment => Words.NotAMoment(argument.Name, text),
        _ => Words.NotAChoice(argument.Name, text, string.Join(", ", argument.Choices)),
    };
}
