using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>A number of an issue beside the form's own.</summary>
/// <param name="Name">What is counted, as it stands in a list ("Words").</param>
/// <param name="Value">How many.</param>
/// <param name="Low">The fewest that the form has …</param>
/// <param name="High">… and the most; null where more do no harm.</param>
/// <param name="Unit">"%" for a share, else empty.</param>
public sealed record Measure(string Name, int Value, int Low, int? High, string Unit = "")
{
    public bool Fits => Value >= Low && (High is null || Value <= High);
}

/// <summary>The counts that a columnist watches. The form's own numbers were taken from whole issues of the genre; they advise and never refuse.</summary>
public static class Measures
{
    public static IReadOnlyList<Measure> Of(Issue issue)
    {
        List<Line> body = [.. issue.Lines().Skip(2)];
        List<Line> lead = [.. issue.Lead.Paragraphs.SelectMany(paragraph => paragraph.Lines)];
        var words = Count(body);
        var quotations = body.SelectMany(line => QuotationMarks.Of(line.Text, out _)).ToList();
        var quoted = quotations.Sum(quotation => Words.Count(quotation.Words));
        var outlying = issue.Digest.Count(item =>
            Count(item.Paragraphs.SelectMany(paragraph => paragraph.Lines)) is < 45 or > 90
        );
        return
        [
            new("Title, words", Words.Count(issue.Title.Text), 4, 14),
            new("Dek, words", Words.Count(issue.Dek.Text), 8, 22),
            new("Words in all", words, 560, 690),
            new("Words of the lead", Count(lead), 380, 430),
            new(
                "Paragraphs",
                issue.Lead.Paragraphs.Count + issue.Digest.Sum(item => item.Paragraphs.Count),
                11,
                16
            ),
            new("Sentences", body.Count, 23, 27),
            new("Digest items", issue.Digest.Count, 3, 8),
            new("Digest items not of 45–90 words", outlying, 0, 0),
            new("Quotations", quotations.Count, 8, 13),
            new("Words in quotations", words == 0 ? 0 : 100 * quoted / words, 22, 36, "%"),
        ];
    }

    private static int Count(IEnumerable<Line> lines) => lines.Sum(line => Words.Count(line.Text));
}
