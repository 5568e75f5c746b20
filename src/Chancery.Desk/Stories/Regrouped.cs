using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>Lays what people decided about stories over what placing made of them.</summary>
public static class Regrouped
{
    /// <param name="stories">As they were placed.</param>
    /// <param name="articles">Theirs.</param>
    /// <param name="regroupings">In the order in which they were decided: a later one counts.</param>
    /// <returns>Every article still in exactly one story; stories in order of their first article.</returns>
    public static IReadOnlyList<Story> Over(
        IReadOnlyList<Story> stories,
        IReadOnlyList<Coded> articles,
        IReadOnlyList<Regrouping> regroupings
    )
    {
        if (regroupings.Count == 0)
        {
            return stories;
        }
        var byKey = articles.ToDictionary(coded => coded.Article.Key, coded => coded.Article.Id);
        var at = articles.ToDictionary(coded => coded.Article.Id, coded => coded.At);
        var groups = stories.Select(story => (story.Id, Articles: story.Articles.ToList())).ToList();
        foreach (var (together, article, other) in regroupings)
        {
            if (
                !byKey.TryGetValue(article, out var one)
                || !byKey.TryGetValue(other, out var two)
                || groups.FindIndex(group => group.Articles.Contains(one)) is not (>= 0 and var here)
                || groups.FindIndex(group => group.Articles.Contains(two)) is not (>= 0 and var there)
                || (here != there) != together
                || one == two
            )
            {
                continue;
            }
            if (together)
            {
                // The older story keeps its address.
                var (keeps, goes) = First(here) <= First(there) ? (here, there) : (there, here);
                groups[keeps].Articles.AddRange(groups[goes].Articles);
                groups.RemoveAt(goes);
            }
            else
            {
                groups[here].Articles.Remove(one);
                var taken = groups[here].Id == one.Value;
                if (taken)
                {
                    groups[here] = (
                        groups[here].Articles.MinBy(id => (at[id], id.Value)).Value,
                        groups[here].Articles
                    );
                }
                groups.Add((one.Value, [one]));
            }
        }
        return
        [
            .. groups
                .Select(group => new Story(
                    group.Id,
                    [.. group.Articles.OrderBy(id => at[id]).ThenBy(id => id.Value, StringComparer.Ordinal)],
                    group.Articles.Min(id => at[id]),
                    group.Articles.Max(id => at[id])
                ))
                .OrderBy(story => story.From)
                .ThenBy(story => story.Id, StringComparer.Ordinal),
        ];

        DateTimeOffset First(int group) => groups[group].Articles.Min(id => at[id]);
    }
}
