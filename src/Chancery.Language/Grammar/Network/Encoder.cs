namespace Chancery.Language.Grammar.Network;

/// <summary>
/// Rows of tokens → rows that know their sentence: layers of simple recurrent units, half of each running forwards and half
/// backwards. What the first layer multiplies depends on the token alone and is remembered for tokens seen before.
/// </summary>
internal sealed class Encoder
{
    private readonly Embedder embedder;
    private readonly Matrix[] gates;
    private readonly float[][] recurrences;

    public Encoder(Weights weights, Embedder embedder)
    {
        this.embedder = embedder;
        Size = embedder.Size;
        var layers = 0;
        while (weights.Has($"gates-{layers}"))
        {
            layers++;
        }
        gates = [.. Enumerable.Range(0, layers).Select(layer => weights.Matrix($"gates-{layer}"))];
        recurrences =
        [
            .. Enumerable.Range(0, layers).Select(layer => weights.Numbers($"recurrence-{layer}")),
        ];
    }

    /// <summary>How wide a row is, in and out: two directions.</summary>
    public int Size { get; }

    private int GateWidth => gates[0].Width;

    public FormCache NewCache() => new(Size + GateWidth);

    /// <summary>Encodes the tokens of whole sentences.</summary>
    /// <param name="sentences">Whole sentences, one after the other.</param>
    /// <returns>The outputs of the last layer but one and of the last, in the scratch's own memory.</returns>
    public unsafe (float[] Lower, float[] Upper) Encode(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Terms.Passage> tokens,
        ReadOnlySpan<Text.Sentence> sentences,
        EncoderScratch scratch
    )
    {
        var offset = sentences[0].First;
        var count = sentences[^1].End - offset;
        scratch.Reserve(count, Size, GateWidth);
        var width = GateWidth;
        var half = Size / 2;
        Look(text, tokens.Slice(offset, count), scratch);
        float[][] turns = [scratch.A, scratch.B, scratch.C];
        for (var layer = 0; layer < gates.Length; layer++)
        {
            var (input, output) = (turns[layer % 3], turns[(layer + 1) % 3]);
            if (layer > 0)
            {
                gates[layer].Multiply(input, Size, count, scratch.Gates, width);
            }
            fixed (
                float* g = scratch.Gates,
                    x = input,
                    h = output,
                    r = recurrences[layer]
            )
            {
                foreach (var sentence in sentences)
                {
                    var at = sentence.First - offset;
                    var (gate, from, to) = (at * width, at * Size, sentence.Count);
                    Recurrence.Run(g + gate, width, x + from, r, h + from, Size, to, half, false);
                    from += half;
                    Recurrence.Run(
                        g + gate + 3 * half,
                        width,
                        x + from,
                        r + 4 * half,
                        h + from,
                        Size,
                        to,
                        half,
                        true
                    );
                }
            }
        }
        return (turns[(gates.Length - 1) % 3], turns[gates.Length % 3]);
    }

    /// <summary>Rows and first gates of all tokens: remembered ones are copied, the others computed together.</summary>
    private void Look(ReadOnlySpan<char> text, ReadOnlySpan<Terms.Passage> tokens, EncoderScratch scratch)
    {
        var width = GateWidth;
        var missing = scratch.Missing;
        missing.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scratch.Cache.TryGet(tokens[i].In(text), out var cached))
            {
                cached[..Size].CopyTo(scratch.A.AsSpan(i * Size));
                cached[Size..].CopyTo(scratch.Gates.AsSpan(i * width));
                continue;
            }
            embedder.Embed(tokens[i].In(text), scratch.B.AsSpan(missing.Count * Size, Size));
            missing.Add(i);
        }
        gates[0].Multiply(scratch.B, Size, missing.Count, scratch.MissingGates, width);
        for (var m = 0; m < missing.Count; m++)
        {
            var row = scratch.B.AsSpan(m * Size, Size);
            var gate = scratch.MissingGates.AsSpan(m * width, width);
            row.CopyTo(scratch.A.AsSpan(missing[m] * Size));
            gate.CopyTo(scratch.Gates.AsSpan(missing[m] * width));
            var place = scratch.Cache.Put(tokens[missing[m]].In(text));
            row.CopyTo(place);
            gate.CopyTo(place[Size..]);
        }
    }
}
