using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>The page of hits that was asked for, or the last one when there are not so many.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are, at least 1.</param>
/// <param name="First">Number of the first hit among all, from 1.</param>
internal sealed record PageOf<T>(Hits<T> Hits, int Number, int Count, int First)
{
    /// <summary>Null when there is only one, as <see cref="Reply.Page"/> wants it.</summary>
    public PageNumber? Shown => Count > 1 ? new PageNumber(Number, Count) : null;

    /// <summary>Reads the page that <paramref name="call"/> asks for.</summary>
    /// <param name="read">Reads hits: how many to skip, how many to take.</param>
    public static async Task<PageOf<T>> ReadAsync(CommandCall call, int size, Func<int, int, Task<Hits<T>>> read)
    {
        var number = call.Number(SharedArguments.Page, 1);
        var hits = await read((number - 1) * size, size);
        var count = Math.Max(1, (hits.Total + size - 1) / size);
        if (number > count)
        {
            // The list became shorter after the button was made.
            number = count;
            hits = await read((number - 1) * size, size);
        }

        return new PageOf<T>(hits, number, count, ((number - 1) * size) + 1);
    }

    /// <summary>"1–3 of 23"; nothing where one page holds all.</summary>
    public string? Range => Count == 1 ? null
        : Hits.IsMore ? Words.RangeOfMore(First, First + Hits.Items.Count - 1, Hits.Total)
        : Words.Range(First, First + Hits.Items.Count - 1, Hits.Total);

    /// <summary>The buttons ‹ and › as far as there is a page before or after.</summary>
    public IEnumerable<Button> Buttons(CommandSpec spec, CommandCall call)
    {
        if (Number > 1)
        {
            yield return new Button(PageNumber.Back, CommandText.Again(spec, call, SharedArguments.Page, Number - 1));
        }

        if (Number < Count)
        {
            yield return new Button(PageNumber.On, CommandText.Again(spec, call, SharedArguments.Page, Number + 1));
        }
    }
}
