using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Language.Dates;
using Chancery.Terms;

namespace Chancery.Language.Tests.Dates;

/// <summary>The examples of the Markdown files beside this one; README.md tells their form.</summary>
public partial class TimeSpecs
{
    private static readonly TimeFinder Finder = new(TimeLexicon.Of("en"));

    public static TheoryData<string, int, string, string> Examples()
    {
        var examples = new TheoryData<string, int, string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            var day = "";
            foreach (var (number, line) in File.ReadLines(file).Index())
            {
                day = line.StartsWith("## ", StringComparison.Ordinal) ? Day().Match(line).Value : day;
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    examples.Add(Path.GetFileName(file), number + 1, day, line[2..]);
                }
            }
        }
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Times_are_found_and_resolved(string file, int line, string day, string marked)
    {
        var text = Expected().Replace(marked, "$1");
        Stamp? published =
            day.Length == 0
                ? null
                : new Stamp(DateTimeOffset.Parse(day + "T12:00Z", CultureInfo.InvariantCulture), true);

        var found = Finder.Find(English.Load(default).Parse(text), published);

        foreach (var time in found.Reverse())
        {
            text = text.Insert(time.Passage.End, $"]({time.Value})").Insert(time.Passage.Start, "[");
        }
        Assert.True(marked == text, $"{file}:{line}\nexpected {marked}\nfound    {text}");
    }

    [Fact]
    public void There_are_more_than_a_hundred_examples() => Assert.True(Examples().Count >= 100);

    private static string Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "Language.Tests", "Dates");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }
        throw new DirectoryNotFoundException("tests/Language.Tests/Dates stands in no folder above the test");
    }

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Expected();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();
}
