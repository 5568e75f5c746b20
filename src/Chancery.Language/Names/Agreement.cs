using System.Runtime.InteropServices;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>
/// What an article says of a name in one place holds in its other places: a name that is of two kinds becomes of the kind most
/// of its mentions near by have, a surname alone is a person where the full name stands near by, and a capitalised word that
/// was passed over is a name where the same word is one elsewhere. Near by is <see cref="Reach"/> sentences, so that a long
/// text, a live blog for example, does not become one story.
/// </summary>
internal sealed class Agreement(Places places)
{
    private const int Reach = 25;

    /// <summary>Puts the names of one article right, in place.</summary>
    public void Apply(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        ReadOnlySpan<Text.Sentence> sentences,
        List<Name> names
    )
    {
        var known = Known(text, tokens, sentences, names);
        if (known.Count == 0)
        {
            return;
        }
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = 0;
        var found = new List<Name>(names.Count + 8);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = sentences[s].First; i < sentences[s].End; i++)
            {
                if (next < names.Count && names[next].First == i)
                {
                    var name = names[next++];
                    var form = Passage.Between(tokens[i].Start, tokens[name.End - 1].End).In(text);
                    if (lookup.TryGetValue(form, out var seen) && Kind(seen, s, name.Kind) is { } kind)
                    {
                        name = name with { Kind = kind };
                    }
                    found.Add(name);
                    i = name.End - 1;
                }
                else if (
                    upos[i] == Upos.Propn
                    && tokens[i].Length > 2
                    && char.IsUpper(text[tokens[i].Start])
                    && lookup.TryGetValue(tokens[i].In(text), out var seen)
                    && Kind(seen, s, null) is { } kind
                )
                {
                    found.Add(new Name(i, 1, kind));
                }
            }
        }
        names.Clear();
        names.AddRange(found);
    }

    private Dictionary<string, List<(int Sentence, EntityKind Kind, int Worth)>> Known(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Text.Sentence> sentences,
        List<Name> names
    )
    {
        var known = new Dictionary<string, List<(int, EntityKind, int)>>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var s = 0;
        foreach (var name in names)
        {
            while (sentences[s].End <= name.First)
            {
                s++;
            }
            var form = Passage.Between(tokens[name.First].Start, tokens[name.End - 1].End).In(text);
            (CollectionsMarshal.GetValueRefOrAddDefault(lookup, form, out _) ??= []).Add((s, name.Kind, 2));
            var surname = tokens[name.End - 1].In(text);
            if (
                name.Kind == EntityKind.Person
                && name.Count is 2 or 3
                && surname.Length > 2
                && places.Find(surname)?.Kind is null or PlaceKind.City
            )
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(lookup, surname, out _) ??= []).Add(
                    (s, EntityKind.Person, 3)
                );
            }
        }
        return known;
    }

    /// <summary>The kind that a form has near by; null where nothing near by tells.</summary>
    /// <param name="own">The kind it has here, which wins where others are as many.</param>
    private static EntityKind? Kind(
        List<(int Sentence, EntityKind Kind, int Worth)> seen,
        int sentence,
        EntityKind? own
    )
    {
        Span<int> worths = stackalloc int[4];
        foreach (var (at, kind, worth) in seen)
        {
            worths[(int)kind] += Math.Abs(at - sentence) <= Reach ? worth : 0;
        }
        var best = own is { } mine ? (int)mine : 0;
        for (var kind = 0; kind < worths.Length; kind++)
        {
            best = worths[kind] > worths[best] ? kind : best;
        }
        return worths[best] > 0 ? (EntityKind)best : null;
    }
}
