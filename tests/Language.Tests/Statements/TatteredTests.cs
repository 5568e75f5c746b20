using Chancery.Terms;

namespace Chancery.Language.Tests.Statements;

/// <summary>
/// Pages lose commas, lines and marks, and saved texts begin and end anywhere. The examples' own sentences, torn and shuffled by a seeded
/// hand, are coded without a fault, and all that is found lies within the text.
/// </summary>
public class TatteredTests
{
    private const int Texts = 4000;

    private static readonly Coder Coder = new(Weights.Read());

    private static readonly string[] Strays =
    [
        "said",
        "Said",
        "told",
        "denied",
        "he",
        "who",
        "that",
        "according to",
        "“",
        "”",
        "\"",
        ",",
        ":",
        "—",
        "(",
        ")",
        "?",
        "’s",
        "\n\n",
    ];

    [Fact]
    public void Torn_and_shuffled_sentences_are_coded_without_a_fault()
    {
        string[] sentences =
        [
            .. Directory
                .EnumerateFiles(Spec.Folder(), "*.md")
                .Where(file => Path.GetFileName(file) != "README.md")
                .SelectMany(Spec.Read)
                .Select(spec => spec.Text),
        ];
        Parallel.For(
            0,
            Texts,
            seed =>
            {
                string text = Torn(sentences, new Random(seed));
                Coding coding = Coder.Code(
                    Articles.Of(text) with
                    {
                        Published = new Stamp(new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), true),
                    }
                );

                Assert.All(Passages(coding), passage => Assert.True(passage.FitsIn(text)));
            }
        );
    }

    private static string Torn(string[] sentences, Random random)
    {
        List<string> words =
        [
            .. Enumerable
                .Range(0, random.Next(1, 4))
                .SelectMany(_ => sentences[random.Next(sentences.Length)].Split(' ')),
        ];
        for (int tears = random.Next(8); tears > 0 && words.Count > 2; tears--)
        {
            int at = random.Next(1, words.Count);
            switch (random.Next(8))
            {
                case 0:
                    words.RemoveRange(0, at);
                    break;
                case 1:
                    words.RemoveRange(at, words.Count - at);
                    break;
                case 2:
                    words.Insert(random.Next(words.Count), Strays[random.Next(Strays.Length)]);
                    break;
                case 3:
                    words.RemoveAt(at);
                    break;
                case 4:
                    words[at] = words[at].ToUpperInvariant();
                    break;
                case 5:
                    words[at] = "“" + words[at];
                    break;
                case 6:
                    words[at] += ",”";
                    break;
                default:
                    (words[0], words[at]) = (words[at], words[0]);
                    break;
            }
        }
        return string.Join(' ', words);
    }

    private static IEnumerable<Passage> Passages(Coding coding) =>
        coding
            .Statements.SelectMany(said => said.Content.Append(said.Evidence))
            .Concat(coding.Events.Select(told => told.Evidence))
            .Concat(
                coding.Events.SelectMany(told => told.Actors.Concat(told.Recipients)).Select(p => p.Passage)
            )
            .Concat(coding.Figures.Select(figure => figure.Passage))
            .Concat(coding.Sentences);
}
