using Chancery.Terms;

namespace Chancery.Editor.People;

/// <summary>Whom of a watch a name means; made once for a page, as a week has thousands of names.</summary>
public sealed class Voices
{
    private readonly List<WatchActor> actors;

    /// <summary>Places in <see cref="actors"/> by name and alias; where two share one, the first.</summary>
    private readonly Dictionary<string, int> forms = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same, of persons alone.</summary>
    private readonly Dictionary<string, int> persons = new(StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, WatchActor> surnames;

    public Voices(Watch watch)
    {
        actors = [.. watch.Actors.Where(actor => actor.Kind is not ActorKind.Place)];
        for (var i = 0; i < actors.Count; i++)
        {
            foreach (var form in actors[i].Aliases.Append(actors[i].Name))
            {
                forms.TryAdd(form, i);
                if (actors[i].Kind == ActorKind.Person)
                {
                    persons.TryAdd(form, i);
                }
            }
        }
        surnames = actors
            .Where(actor => actor.Kind == ActorKind.Person)
            .ToLookup(actor => actor.Name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>By the name, an alias, a person's name with something around it ("President …", "… of Kestovia"), or a surname that only one has.</summary>
    public WatchActor? Find(string name)
    {
        var first = At(forms, name);
        for (
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            space >= 0;
            space = name.IndexOf(' ', space + 1)
        )
        {
            first = Math.Min(first, At(persons, name[(space + 1)..]));
            if (name.AsSpan(space).StartsWith(" of ", StringComparison.OrdinalIgnoreCase))
            {
                first = Math.Min(first, At(persons, name[..space]));
            }
        }
        return first < actors.Count ? actors[first]
            : surnames[name].ToList() is [var only] ? only
            : null;
    }

    private static int At(Dictionary<string, int> places, string form) =>
        places.TryGetValue(form, out var place) ? place : int.MaxValue;
}
