using Chancery.Terms;

namespace Chancery.Language.Grammar.Network;

/// <summary>Names as tags over tokens: outside, or the first, inner, last or only token of a name of one kind.</summary>
internal sealed class NameTagging
{
    /// <summary>O, then begin, inner, last and unit of each kind.</summary>
    public const int Tags = 17;

    private readonly Matrix hidden;
    private readonly float[] hiddenBias;
    private readonly Matrix output;
    private readonly float[] outputBias;

    public NameTagging(Weights weights)
    {
        hidden = weights.Matrix("names-hidden");
        hiddenBias = weights.Numbers("names-hidden-bias");
        output = weights.Matrix("names");
        outputBias = weights.Numbers("names-bias");
    }

    /// <summary>May tag <paramref name="next"/> follow tag <paramref name="tag"/>? Tag 0 also stands for both ends of the sentence.</summary>
    public static bool Follows(int tag, int next)
    {
        var open = tag > 0 && (tag - 1) % 4 < 2;
        var continues = next > 0 && (next - 1) % 4 is 1 or 2;
        return open ? continues && (tag - 1) / 4 == (next - 1) / 4 : !continues;
    }

    public void Find(
        float[] encoded,
        int stride,
        ReadOnlySpan<Text.Sentence> sentences,
        NameScratch scratch,
        List<Name> names
    )
    {
        var offset = sentences[0].First;
        var count = sentences[^1].End - offset;
        scratch.Reserve(count, hidden.Width, output.Width);
        hidden.Multiply(encoded, stride, count, scratch.Hidden, hidden.Width);
        for (var i = 0; i < count; i++)
        {
            var row = scratch.Hidden.AsSpan(i * hidden.Width, hiddenBias.Length);
            for (var d = 0; d < row.Length; d++)
            {
                row[d] = Math.Max(0, row[d] + hiddenBias[d]);
            }
        }
        output.Multiply(scratch.Hidden, hidden.Width, count, scratch.Scores, output.Width);
        foreach (var sentence in sentences)
        {
            Decode(sentence, sentence.First - offset, scratch, names);
        }
    }

    private void Decode(Text.Sentence sentence, int first, NameScratch scratch, List<Name> names)
    {
        Span<float> best = stackalloc float[Tags];
        Span<float> next = stackalloc float[Tags];
        best.Fill(float.NegativeInfinity);
        best[0] = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var scores = scratch.Scores.AsSpan((first + i) * output.Width, Tags);
            var back = scratch.Back.AsSpan((first + i) * Tags, Tags);
            for (var tag = 0; tag < Tags; tag++)
            {
                next[tag] = float.NegativeInfinity;
                for (var before = 0; before < Tags; before++)
                {
                    if (
                        best[before] > next[tag]
                        && (i == 0 ? before == 0 && Follows(0, tag) : Follows(before, tag))
                    )
                    {
                        (next[tag], back[tag]) = (best[before], (byte)before);
                    }
                }
                next[tag] += scores[tag] + outputBias[tag];
            }
            next.CopyTo(best);
        }
        var last = 0;
        for (var tag = 1; tag < Tags; tag++)
        {
            last = Follows(tag, 0) && best[tag] > best[last] ? tag : last;
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
