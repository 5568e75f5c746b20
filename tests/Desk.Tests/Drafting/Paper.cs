using System.Globalization;
using Chancery.Desk;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Drafting;

/// <summary>Articles of invented papers, coded by hand: the words of each statement are named and found in the text.</summary>
internal static class Paper
{
    public static readonly DateTimeOffset Monday = new(2031, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public static Coded Article(
        string outlet,
        string headline,
        string text,
        params (string Speaker, string Cue, string Content)[] said
    )
    {
        var key = $"https://{outlet}/{headline.Replace(' ', '-')}";
        var article = new Article
        {
            Id = ArticleId.Of(key, headline, text),
            Key = key,
            Capture = new Digest(""),
            Reader = "test",
            Outlet = outlet,
            Headline = headline,
            Text = text,
            Blocks = [],
            Published = new Stamp(Monday, true),
        };
        return new Coded(
            article,
            new Coding
            {
                Article = article.Id,
                Coder = "test",
                Sentences = [.. Sentences(text)],
                Statements = [.. said.Select(one => Statement(text, one))],
            },
            Monday
        );
    }

    private static Statement Statement(string text, (string Speaker, string Cue, string Content) said)
    {
        var content = Find(text, said.Content);
        var speaker = Find(text, said.Speaker);
        var quoted = content.Start > 0 && text[content.Start - 1] == '“';
        return new Statement
        {
            Form = quoted ? StatementForm.Direct : StatementForm.Indirect,
            Content = [content],
            Speaker = speaker,
            Cue = Find(text, said.Cue),
            CueLemma = said.Cue is "said" ? "say" : said.Cue,
            Evidence = Passage.Between(
                Math.Min(content.Start, speaker.Start),
                Math.Max(content.End, speaker.End)
            ),
        };
    }

    private static Passage Find(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(
            at >= 0,
            string.Create(CultureInfo.InvariantCulture, $"“{words}” does not stand in the article")
        );
        return new Passage(at, words.Length);
    }

    private static IEnumerable<Passage> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '.' && (i + 1 == text.Length || text[i + 1] is ' ' or '”');
            if (end)
            {
                var stop = i + 1 < text.Length && text[i + 1] == '”' ? i + 2 : i + 1;
                yield return Passage.Between(start, stop);
                start = stop + 1;
                i = stop;
            }
        }
        if (start < text.Length)
        {
            yield return Passage.Between(start, text.Length);
        }
    }
}
