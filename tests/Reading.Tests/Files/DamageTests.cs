using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Files;

public sealed class DamageTests
{
    /// <summary>Pieces that mean something to one format or another, put where they do not belong.</summary>
    private static readonly string[] Intruders =
    [
        "<![CDATA[",
        "<!--",
        "]]>",
        "\n\nFrom ",
        "\r\n\r\nWARC/1.0\r\n",
        "&#xffffff;",
        "<item>",
        "{",
        "\"",
        "Content-Length: 99999999999\r\n",
        "=?utf-8?B?",
        "\\ud83d",
        "\0",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_a_file_is_damaged_its_reading_ends_and_nothing_is_thrown(int seed)
    {
        var random = new Random(seed);
        var files = Directory
            .EnumerateFiles(Samples(), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        for (var run = 0; run < 120; run++)
        {
            var damaged = Damaged(files[random.Next(files.Count)], random);
            var options = new IntakeOptions { StandardInput = () => new MemoryStream(damaged) };
            var findings = Intake.Open("-", options).Take(10_000).ToList();
            Assert.True(findings.Count < 10_000, "the reading does not end");
            foreach (var found in findings.OfType<Finding.Found>())
                Assert.DoesNotContain(
                    Reader.Read(found.Capture),
                    verdict => verdict is Verdict.Discard { Why.Code: "reader-failed" }
                );
        }
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var count = random.Next(1, 8); count > 0 && bytes.Count > 4; count--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(200), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(
                        at,
                        Intruders[random.Next(Intruders.Length)].Select(letter => (byte)letter)
                    );
                    break;
                default:
                    if (random.Next(3) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Samples()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "samples", "week")))
                return Path.Combine(at.FullName, "samples", "week");
        Assert.Skip("The samples do not lie beside this build.");
        return "";
    }
}
