using BenchmarkDotNet.Attributes;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>Placing with 100,000 open articles; one operation is one article, so 1 ms is 1,000 articles a second.</summary>
[MemoryDiagnoser]
public class StoriesBench
{
    private const int Open = 100_000,
        Batch = 2_000;

    private readonly Placer placer = new();
    private readonly Random random = new(7);
    private int placed;

    [GlobalSetup]
    public void Fill()
    {
        for (var i = 0; i < Open; i++)
        {
            One();
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Place()
    {
        for (var i = 0; i < Batch; i++)
        {
            One();
        }
    }

    private void One()
    {
        var text = Text();
        placer.Place(
            ArticleId.Of($"{placed}", "", ""),
            DateTimeOffset.UnixEpoch.AddSeconds(placed++),
            text[..60],
            text
        );
    }

    /// <summary>
    /// An article of 250 words: three in five from a vocabulary of Zipf's shape, two in five from those of one of 40,000
    /// happenings.
    /// </summary>
    private string Text()
    {
        var happening = random.Next(40_000);
        return string.Join(
            ' ',
            Enumerable
                .Range(0, 250)
                .Select(_ =>
                    random.Next(5) < 3
                        ? Word((int)Math.Pow(60_000, random.NextDouble()))
                        : Word(60_000 + (happening * 37 + random.Next(60)) % 400_000)
                )
        );
    }

    /// <summary>A word of six letters for a number.</summary>
    private static string Word(int n) =>
        string.Create(
            6,
            n,
            static (letters, rest) =>
            {
                foreach (ref var letter in letters)
                {
                    letter = (char)('a' + rest % 26);
                    rest = rest / 26 * 31 + 7;
                }
            }
        );
}
