using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Grammar.Network;

/// <summary>Names as tags over tokens: outside, or the first, inner, last or only token of a name of one kind.</summary>
internal sealed class NameTagging
{
    /// <summary>O, then begin, inner, last and unit of each kind.</summary>
    public const int Tags = 17;

    /// <summary>
    /// What "no name" is given before the search, since lists only ever speak for names (natural logarithm of odds). At 0.3, 0.5 and 0.8
    /// the names of web text (UNER dev) come to F1 74.5, 74.7 and 75.3, those of world news to 80.9, 81.0 and 81.1.
    /// </summary>
    private const float Caution = 0.8f;

    private readonly Matrix hidden;
    private readonly float[] hiddenBias;
    private readonly Matrix output;
    private readonly float[] outputBias;
    private readonly ListedNames listed;

    public NameTagging(Weights weights, ListedNames listed)
    {
        this.listed = listed;
        hidden = weights.Matrix("names-hidden");
        hiddenBias = weights.Numbers("names-hidden-bias");
        output = weights.Matrix("names");
        outputBias = weights.Numbers("names-bias");
    }

    /// <summary>Makes room for an article's scores.</summary>
    public void Open(int count, NameScratch scratch) => scratch.Open(count, output.Width);

    /// <summary>Scores the tokens of some of the article's sentences.</summary>
    public void Score(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        float[] encoded,
        int stride,
        ReadOnlySpan<Text.Sentence> sentences,
        NameScratch scratch
    )
    {
        var offset = sentences[0].First;
        var count = sentences[^1].End - offset;
        var hiddens = scratch.HiddenRows(count, hidden.Width);
        hidden.Multiply(encoded, stride, count, hiddens, hidden.Width);
        for (var i = 0; i < count; i++)
        {
            var row = hiddens.Slice(i * hidden.Width, hiddenBias.Length);
            for (var d = 0; d < row.Length; d++)
            {
                row[d] = Math.Max(0, row[d] + hiddenBias[d]);
            }
        }
        var scores = scratch.Scores.AsSpan(offset * output.Width, count * output.Width);
        output.Multiply(hiddens, hidden.Width, count, scores, output.Width);
        for (var i = 0; i < count; i++)
        {
            Rows.Add(scores.Slice(i * output.Width, Tags), outputBias.AsSpan(0, Tags));
        }
        foreach (var sentence in sentences)
        {
            listed.Find(
                text,
                tokens.Slice(sentence.First, sentence.Count),
                upos.Slice(sentence.First, sentence.Count),
                scratch.Listed
            );
            foreach (var (from, to, kind, worth) in scratch.Listed)
            {
                Favour(scratch.Scores.AsSpan((sentence.First + from) * output.Width), to - from, kind, worth);
            }
        }
    }

    /// <summary>The names that the scores of the whole article speak for.</summary>
    public void Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Text.Sentence> sentences,
        NameScratch scratch,
        List<Name> names
    )
    {
        Recurring.Share(text, tokens, sentences, scratch.Scores, output.Width);
        foreach (var sentence in sentences)
        {
            Decode(sentence, scratch, names);
        }
    }

    private void Favour(Span<float> scores, int count, EntityKind kind, float worth)
    {
        for (var i = 0; i < count; i++)
        {
            var role =
                count == 1 ? 3
                : i == 0 ? 0
                : i == count - 1 ? 2
                : 1;
            scores[i * output.Width + 1 + 4 * (int)kind + role] += worth;
        }
    }

    private void Decode(Text.Sentence sentence, NameScratch scratch, List<Name> names)
    {
        var first = sentence.First;
        Span<float> best = stackalloc float[Tags];
        Span<float> next = stackalloc float[Tags];
        best.Fill(float.NegativeInfinity);
        best[0] = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var scores = scratch.Scores.AsSpan((first + i) * output.Width, Tags);
            var back = scratch.Back.AsSpan((first + i) * Tags, Tags);
            // Whatever opens anew may follow whatever is closed, so the best closed tag is sought once.
            var closed = 0;
            for (var kind = 0; kind < Tags / 4 && i > 0; kind++)
            {
                closed = best[3 + 4 * kind] > best[closed] ? 3 + 4 * kind : closed;
                closed = best[4 + 4 * kind] > best[closed] ? 4 + 4 * kind : closed;
            }
            (next[0], back[0]) = (best[closed] + scores[0] + Caution, (byte)closed);
            for (var begin = 1; begin < Tags; begin += 4)
            {
                var inner = best[begin] > best[begin + 1] ? begin : begin + 1;
                (next[begin], back[begin]) = (best[closed] + scores[begin], (byte)closed);
                (next[begin + 1], back[begin + 1]) = (best[inner] + scores[begin + 1], (byte)inner);
                (next[begin + 2], back[begin + 2]) = (best[inner] + scores[begin + 2], (byte)inner);
                (next[begin + 3], back[begin + 3]) = (best[closed] + scores[begin + 3], (byte)closed);
            }
            next.CopyTo(best);
        }
        var last = 0;
        for (var tag = 1; tag < Tags; tag++)
        {
            last = (tag - 1) % 4 >= 2 && best[tag] > best[last] ? tag : last;
        }
        var end = 0;
        var at = names.Count;
        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            var role = last == 0 ? -1 : (last - 1) % 4;
            end = role is 2 or 3 ? i + 1 : end;
            if (role is 0 or 3)
            {
                names.Insert(at, new Name(sentence.First + i, end - i, (EntityKind)((last - 1) / 4)));
            }
            last = scratch.Back[(first + i) * Tags + last];
        }
    }
}
