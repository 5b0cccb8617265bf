namespace Bot.Host.Configuration;

/// <summary>
/// Something that the person at the machine can put right: the program ends with exit code 1 and the message, no trace.
/// The message is one sentence that says what is wrong and what to do.
/// </summary>
public sealed class OperatorException(IReadOnlyList<string> sentences) : Exception(string.Join(Environment.NewLine, sentences))
{
    public OperatorException(string sentence)
        : this([sentence])
    {
    }
}
