using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>Puts the articles of a window into stories.</summary>
public static class Placing
{
    /// <param name="articles">In time order.</param>
    /// <param name="oneSubject">True where all of them are of one subject: its own words then join nothing.</param>
    /// <returns>Every article in exactly one story; stories in order of their first article.</returns>
    public static IReadOnlyList<Story> Place(IReadOnlyList<Coded> articles, bool oneSubject = false)
    {
        var closed = new List<Story>();
        var placer = new Placer(closed.Add, oneSubject ? Placer.NearOnOneSubject : Placer.Near, oneSubject);
        if (oneSubject)
        {
            foreach (var coded in articles)
            {
                placer.Expect(coded.Article.Headline, coded.Article.Text);
            }
        }
        foreach (var coded in articles)
        {
            placer.Place(coded.Article.Id, coded.At, coded.Article.Headline, coded.Article.Text);
        }
        placer.Correct();
        return
        [
            .. closed
                .Concat(placer.Stories)
                .OrderBy(story => story.From)
                .ThenBy(story => story.Id, StringComparer.Ordinal),
        ];
    }
}
