using Chancery.Terms;

namespace Chancery.Record.Codings;

/// <summary>Writes out what a coding only points at.</summary>
internal static class LedgerEntries
{
    /// <summary>An entry, and the words under which it is found.</summary>
    public readonly record struct Row(LedgerEntry Entry, string Speaker, string Addressee, string About);

    /// <param name="coding">The coding of the article.</param>
    /// <param name="article">The article itself.</param>
    /// <param name="dated">Its date in the record.</param>
    public static IEnumerable<Row> Of(Coding coding, Article article, DateTimeOffset dated)
    {
        string text = article.Text;
        for (int number = 0; number < coding.Statements.Count; number++)
        {
            Statement said = coding.Statements[number];
            Entity? speaker = said.SpeakerEntity is { } e ? coding.Entities[e] : null;
            var entry = new LedgerEntry
            {
                Article = article.Id,
                Number = number,
                Outlet = article.Outlet,
                Headline = article.Headline,
                Address = article.Address,
                Dated = dated,
                Statement = said,
                Name = speaker?.Name,
                Office = Words(speaker?.Office, text),
                Speaker = Words(said.Speaker, text),
                Cue = Words(said.Cue, text),
                Said = string.Join(" … ", said.Content.Select(passage => Words(passage, text))),
                Addressee = Words(said.Addressee, text),
                Medium = Words(said.Medium, text),
                Through = [.. said.Through.Select(passage => Words(passage, text)!)],
                Hedges = [.. said.Hedges.Select(passage => Words(passage, text)!)],
                About = [.. said.About.Select(about => coding.Entities[about].Name)],
                When = said.When is { } when ? coding.Times[when].Value : null,
            };
            yield return new Row(
                entry,
                Speaker(coding, said, speaker, entry.Office, text),
                $"{entry.Addressee} {string.Join(' ', Named(coding, said.Addressee))}",
                $"{entry.Said} {string.Join(' ', entry.About)}"
            );
        }
    }

    /// <summary>
    /// The speaker's name, office and words; without the names of other people among the words, or what the spokesman of a minister says
    /// would be found as the minister's.
    /// </summary>
    private static string Speaker(Coding coding, Statement said, Entity? speaker, string? office, string text)
    {
        if (said.Speaker is not { } words)
            return "";
        char[] own = words.In(text).ToString().ToCharArray();
        foreach (Entity other in coding.Entities)
            if (other.Kind == EntityKind.Person && other != speaker)
                foreach (Mention mention in other.Mentions)
                    if (!mention.Pronoun && words.Contains(mention.Passage))
                        own.AsSpan(mention.Passage.Start - words.Start, mention.Passage.Length).Fill(' ');
        return $"{speaker?.Name} {office} {new string(own)}";
    }

    private static IEnumerable<string> Named(Coding coding, Passage? words) =>
        words is { } all
            ? coding.Entities.Where(e => e.Mentions.Any(m => all.Contains(m.Passage))).Select(e => e.Name)
            : [];

    private static string? Words(Passage? passage, string text) =>
        passage is { } place ? place.In(text).ToString().ReplaceLineEndings(" ") : null;
}
