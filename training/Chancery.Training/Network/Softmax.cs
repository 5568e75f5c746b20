using System.Runtime.Intrinsics;
using Chancery.Language.Grammar.Network;

namespace Chancery.Training.Network;

internal static class Softmax
{
    /// <summary>Turns scores into chances in place and returns the logarithm of the gold one's.</summary>
    public static double Of(Span<float> scores, int gold)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }
        var sum = 0f;
        var at = 0;
        for (; at + 16 <= scores.Length; at += 16)
        {
            var chance = Curves.Exp(Vector512.LoadUnsafe(ref scores[at]) - Vector512.Create(most));
            chance.StoreUnsafe(ref scores[at]);
            sum += Vector512.Sum(chance);
        }
        for (; at < scores.Length; at++)
        {
            scores[at] = MathF.Exp(scores[at] - most);
            sum += scores[at];
        }
        foreach (ref var score in scores)
        {
            score /= sum;
        }
        return Math.Log(Math.Max(1e-12, scores[gold]));
    }
}
