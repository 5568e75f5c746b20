using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>
/// Where names begin and end, whatever the tagger says: a form of address is no part of a name, nor is the common noun before or behind a
/// place's name; what follows a person's hyphen is one; a people's name goes on over a second people and begins with its direction.
/// </summary>
internal sealed class Edges(
    FrozenSet<string> address,
    FrozenSet<string> directions,
    FrozenSet<string> placeWords,
    FrozenSet<string> regionCodes,
    Joints joints,
    Places places
)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> addresses =
        address.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> grounds =
        placeWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> codes =
        regionCodes.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ways =
        directions.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Edges Of(string language, Places places) =>
        new(
            Lexicon
                .Pairs(language, "honorifics")
                .Keys.Concat(Lexicon.Lines(language, "titles"))
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            Lexicon.Set(language, "directions"),
            Lexicon.Set(language, "place-words"),
            Lexicon.Set(language, "region-codes"),
            Joints.Of(language),
            places
        );

    /// <summary>Puts the edges of one article's names right, in place.</summary>
    public void Apply(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        ReadOnlySpan<Text.Sentence> sentences,
        List<Name> names
    )
    {
        Split(text, tokens, names);
        var spaced = Spaced(tokens);
        var s = 0;
        var kept = 0;
        var span = CollectionsMarshal.AsSpan(names);
        for (var n = 0; n < span.Length; n++)
        {
            while (sentences[s].End <= span[n].First)
            {
                s++;
            }
            var stop = Math.Min(n + 1 < span.Length ? span[n + 1].First : int.MaxValue, sentences[s].End);
            var before = Math.Max(kept > 0 ? span[kept - 1].End : 0, sentences[s].First);
            var name = span[n].Kind switch
            {
                EntityKind.Person => Hyphened(text, tokens, upos, stop, spaced, Bare(text, tokens, span[n])),
                EntityKind.Place => WithArticle(
                    text,
                    tokens,
                    upos,
                    Math.Max(before, sentences[s].First + 1),
                    Trimmed(text, tokens, upos, span[n])
                ),
                EntityKind.Nationality => Directed(text, tokens, before, span[n]),
                _ => WithArticle(text, tokens, upos, Math.Max(before, sentences[s].First + 1), span[n]),
            };
            if (
                kept > 0
                && name.Kind == EntityKind.Nationality
                && span[kept - 1] is { Kind: EntityKind.Nationality } last
                && last.End == name.First
            )
            {
                span[kept - 1] = last with { Count = name.End - last.First };
                continue;
            }
            if (name.Kind != EntityKind.Person || !addresses.Contains(tokens[name.First].In(text)))
            {
                span[kept++] = name;
            }
        }
        names.RemoveRange(kept, names.Count - kept);
    }

    /// <summary>"Lyon France" without its comma is a town and its country, "Reno NV" a town and its region.</summary>
    private void Split(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, List<Name> names)
    {
        for (var n = 0; n < names.Count; n++)
        {
            var name = names[n];
            if (name.Kind != EntityKind.Place || name.Count < 2 || Find(text, tokens, name) is not null)
            {
                continue;
            }
            for (var count = name.Count - 1; count > 0; count--)
            {
                var (town, land) = (
                    name with
                    {
                        Count = count,
                    },
                    new Name(name.First + count, name.Count - count, name.Kind)
                );
                if (
                    Find(text, tokens, town) is PlaceKind.City or PlaceKind.Capital
                    && !ways.Contains(tokens[town.First].In(text))
                    && (
                        Find(text, tokens, land) is PlaceKind.Country or PlaceKind.Region
                        || (land.Count == 1 && codes.Contains(tokens[land.First].In(text)))
                    )
                )
                {
                    names[n] = town;
                    names.Insert(++n, land);
                    break;
                }
            }
        }
    }

    private PlaceKind? Find(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, Name name) =>
        places.FindSmall(Passage.Between(tokens[name.First].Start, tokens[name.End - 1].End).In(text))?.Kind;

    /// <summary>"Mr Novák", "Gen. Novák".</summary>
    private Name Bare(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, Name name)
    {
        while (name.Count > 1 && addresses.Contains(tokens[name.First].In(text)))
        {
            name = new Name(name.First + 1, name.Count - 1, name.Kind);
        }
        return name;
    }

    /// <summary>True for text whose tokens somebody parted by spaces: there a space says nothing.</summary>
    private static bool Spaced(ReadOnlySpan<Passage> tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Start == tokens[i - 1].End)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"Lee Min-ho", "Orlo-Quist", whose hyphens are tokens of their own.</summary>
    private static Name Hyphened(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        int stop,
        bool spaced,
        Name name
    )
    {
        while (
            name.End + 1 < stop
            && (spaced || tokens[name.End - 1].End == tokens[name.End + 1].Start - 1)
            && tokens[name.End] is { Length: 1 } hyphen
            && Text.Glyphs.Hyphen(text[hyphen.Start])
            && upos[name.End + 1] == Upos.Propn
        )
        {
            name = name with { Count = name.Count + 2 };
        }
        return name;
    }

    /// <summary>"the province of Kestria", "Teln district": a place's name begins and ends with a capital if it has any.</summary>
    private Name Trimmed(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        Name name
    )
    {
        var (first, end) = (name.First, name.End);
        while (first < end && Small(text, tokens[first], upos[first]))
        {
            first++;
        }
        while (end > first && Small(text, tokens[end - 1], upos[end - 1]))
        {
            end--;
        }
        return first < end ? new Name(first, end - first, name.Kind) : name;
    }

    private bool Small(ReadOnlySpan<char> text, Passage token, Upos upos) =>
        char.IsLower(text[token.Start])
        && (
            upos != Upos.Propn || grounds.Contains(token.In(text)) || joints.At(token.In(text)) != Joint.None
        );

    /// <summary>"in The Hague": an article with a capital within a sentence is the name's own.</summary>
    private static Name WithArticle(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        int before,
        Name name
    ) =>
        name.First > before
        && upos[name.First - 1] == Upos.Det
        && char.IsUpper(text[tokens[name.First - 1].Start])
        && upos[name.First - 2] is not Upos.Punct
            ? new Name(name.First - 1, name.Count + 1, name.Kind)
            : name;

    /// <summary>"North Kestrian": a capitalised direction belongs to the people's name.</summary>
    private Name Directed(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, int before, Name name) =>
        name.First > before
        && char.IsUpper(text[tokens[name.First - 1].Start])
        && ways.Contains(tokens[name.First - 1].In(text))
        && places.Find(tokens[name.End - 1].In(text))?.Kind == PlaceKind.Nationality
            ? new Name(name.First - 1, name.Count + 1, name.Kind)
            : name;
}
