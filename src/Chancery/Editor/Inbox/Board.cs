using Chancery.Desk;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Editor.Inbox;

/// <summary>The stories of one week of one watch, the weightiest first.</summary>
/// <param name="Older">How many of its articles were last read by an older version of the coder, and are being read anew.</param>
public sealed record Board(Watch Watch, IReadOnlyList<BoardStory> Stories, int Older = 0)
{
    public BoardStory? Find(string id) => Stories.FirstOrDefault(story => story.Id == id);

    /// <summary>The story that an article is in.</summary>
    public BoardStory? Of(ArticleId article) =>
        Stories.FirstOrDefault(story => story.Weighed.Story.Articles.Contains(article));
}

/// <summary>A story as the inbox shows it.</summary>
public sealed class BoardStory
{
    public BoardStory(Weighed weighed)
    {
        Weighed = weighed;
        Sources =
        [
            .. weighed
                .Articles.Zip(weighed.Sources)
                // A roundup or an opinion stands by itself.
                .GroupBy(
                    pair => pair.Second < 0 ? $"{pair.First.Article.Id}" : $"{pair.Second}",
                    pair => pair.First
                )
                .Select(group => (IReadOnlyList<Coded>)[.. group.OrderBy(coded => coded.Article.Partial)]),
        ];
        Lead =
            weighed
                .Articles.Zip(weighed.Sources)
                .Where(pair => pair.Second >= 0 && !pair.First.Article.Partial)
                .Select(pair => pair.First)
                .FirstOrDefault()
            ?? weighed.Articles[0];
        Keys = [.. weighed.Articles.Select(coded => coded.Article.Key)];
    }

    public Weighed Weighed { get; }

    public string Id => Weighed.Story.Id;

    /// <summary>The article whose headline stands for the story.</summary>
    public Coded Lead { get; }

    /// <summary>Its articles by independent source, the first to report first; behind the first of each are its reprints and its family's.</summary>
    public IReadOnlyList<IReadOnlyList<Coded>> Sources { get; }

    /// <summary>The keys of its articles.</summary>
    public IReadOnlyList<string> Keys { get; }
}
