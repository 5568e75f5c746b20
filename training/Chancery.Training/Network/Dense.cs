using Chancery.Language.Grammar.Network;

namespace Chancery.Training.Network;

/// <summary>y = x W + b over many rows, and back.</summary>
internal sealed class Dense
{
    private readonly Matrix forward = new(32, 32);
    private readonly Matrix backward = new(32, 32);
    private readonly Matrix outer = new(32, 32);
    private float[] turned = [];

    public Dense(string name, int inputs, int outputs, Random random, float gain = 1, bool bias = true)
    {
        Weight = new Parameter(name, inputs, outputs, gain * MathF.Sqrt(6f / (inputs + outputs)), random);
        Bias = bias ? new Parameter(name + "-bias", 1, outputs, 0, random) : null;
    }

    public Parameter Weight { get; }

    public Parameter? Bias { get; }

    public IEnumerable<Parameter> Parameters => Bias is null ? [Weight] : [Weight, Bias];

    /// <summary>The width of the output rows: the outputs rounded up to 32.</summary>
    public int Width => (Weight.Columns + 31) / 32 * 32;

    /// <summary>Call once a step, after the weights have moved.</summary>
    public void Pack()
    {
        forward.Reshape(Weight.Rows, Weight.Columns);
        forward.Pack(Weight.Value);
        backward.Reshape(Weight.Columns, Weight.Rows);
        backward.PackTransposed(Weight.Value);
    }

    public void Forward(float[] input, int stride, int rows, float[] output)
    {
        forward.Multiply(input, stride, rows, output, Width);
        if (Bias is not null)
        {
            for (var i = 0; i < rows; i++)
            {
                Chancery.Language.Grammar.Rows.Add(output.AsSpan(i * Width, Bias.Columns), Bias.Value);
            }
        }
    }

    /// <summary>Adds the weights' gradient, and writes (or adds) the input's.</summary>
    public void Backward(
        float[] input,
        int stride,
        int rows,
        float[] outputGradient,
        float[]? inputGradient,
        bool add
    )
    {
        var (inputs, outputs) = (Weight.Rows, Weight.Columns);
        if (turned.Length < inputs * rows)
        {
            turned = GC.AllocateUninitializedArray<float>(inputs * rows * 3 / 2, pinned: true);
        }
        Turn(input, stride, rows, inputs);
        outer.Reshape(rows, outputs);
        outer.Pack(outputGradient.AsSpan(0, rows * Width), Width);
        if (outputs == Width)
        {
            outer.Multiply(turned, rows, inputs, Weight.Gradient, outputs, add: true);
        }
        else
        {
            var padded = new float[inputs * Width];
            outer.Multiply(turned, rows, inputs, padded, Width);
            for (var k = 0; k < inputs; k++)
            {
                Chancery.Language.Grammar.Rows.Add(
                    Weight.Gradient.AsSpan(k * outputs, outputs),
                    padded.AsSpan(k * Width, outputs)
                );
            }
        }
        if (Bias is not null)
        {
            for (var i = 0; i < rows; i++)
            {
                Chancery.Language.Grammar.Rows.Add(Bias.Gradient, outputGradient.AsSpan(i * Width, outputs));
            }
        }
        if (inputGradient is not null)
        {
            backward.Multiply(outputGradient, Width, rows, inputGradient, stride, add);
        }
    }

    private unsafe void Turn(float[] input, int stride, int rows, int inputs)
    {
        fixed (
            float* from = input,
                to = turned
        )
        {
            for (var row = 0; row < rows; row += 16)
            {
                var height = Math.Min(16, rows - row);
                for (var k = 0; k < inputs; k++)
                {
                    var source = from + row * stride + k;
                    var target = to + k * rows + row;
                    for (var i = 0; i < height; i++)
                    {
                        target[i] = source[i * stride];
                    }
                }
            }
        }
    }
}
