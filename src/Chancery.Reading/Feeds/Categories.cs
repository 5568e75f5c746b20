namespace Chancery.Reading.Feeds;

/// <summary>The categories, subjects and keywords of a feed or an entry, each once, in their order.</summary>
internal static class Categories
{
    public static IReadOnlyList<string> Of(Element element)
    {
        var found = new List<string>();
        foreach (var child in element.Children)
            switch (child.Space, child.Name)
            {
                case ("" or "atom", "category") or ("dc", "subject") or ("media", "category"):
                    Add(child["term"] ?? child["label"] ?? child.Text);
                    break;
                case ("itunes", "category"):
                    Nested(child);
                    break;
                case ("itunes" or "media", "keywords"):
                    foreach (var word in child.Text.Split(',', ' '))
                        Add(word);
                    break;
            }
        return found;

        void Nested(Element category)
        {
            Add(category["text"] ?? category.Text);
            foreach (var inner in category.Children.Where(inner => inner.Name == "category"))
                Nested(inner);
        }

        void Add(string category)
        {
            category = category.Trim();
            if (category.Length > 0 && !found.Contains(category))
                found.Add(category);
        }
    }
}
