namespace Chancery.Reading.Feeds;

/// <summary>The dates of a feed or an entry.</summary>
internal static class Dates
{
    /// <summary>The date of the first of the named elements that holds one; where it stands twice, the later word counts.</summary>
    public static DateTimeOffset? Last(
        Element element,
        params ReadOnlySpan<(string Space, string Name)> names
    )
    {
        foreach (var (space, name) in names)
        {
            DateTimeOffset? last = null;
            foreach (var child in element.Children)
                if (child.Is(space, name) && Of(child.Text) is { } date)
                    last = date;
            if (last is not null)
                return last;
        }
        return null;
    }

    public static DateTimeOffset? Of(string? text) => text is null ? null : FeedDate.Parse(text)?.At;
}
