namespace Chancery.Training.Network;

internal static class Dropout
{
    /// <summary>Fills a mask with zeros and with 1 / (1 − rate); with ones where nothing is dropped.</summary>
    public static void Mask(Span<float> mask, float rate, Random? random)
    {
        if (random is null || rate == 0)
        {
            mask.Fill(1);
            return;
        }
        var kept = 1 / (1 - rate);
        var limit = (uint)(rate * 65536);
        // Marsaglia's xorshift64: four draws of sixteen bits a step are random enough for this, and cheap.
        var state = (ulong)random.NextInt64() | 1;
        for (var i = 0; i < mask.Length; i += 4)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var bits = state;
            for (var j = i; j < Math.Min(i + 4, mask.Length); j++)
            {
                mask[j] = (uint)(bits & 0xFFFF) < limit ? 0 : kept;
                bits >>= 16;
            }
        }
    }
}
