using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <content>What lists, entities and times know of a word: its country, its sector, the name or the time it stands in.</content>
internal sealed partial class Participants
{
    /// <summary>What the list of names says of an entity; one known by a single word is whoever bears it on the list, where one alone does.</summary>
    private (string? Country, string Sector)? ByName(Entity entity) =>
        lexicon.Names.TryGetValue(entity.Name, out var known)
        // A man who bears a group's name is not that group.
        && (entity.Kind != EntityKind.Person || entity.Name.Contains(' ', StringComparison.Ordinal))
            ? known
        : entity.Kind == EntityKind.Person && lexicon.Families.TryGetValue(entity.Name, out known) ? known
        : null;

    private string? SectorOf(int token)
    {
        // A secretary-general is a secretary.
        if (token > 1 && parse.Form(token - 1) is "-" && parse.Heads[token - 2] == token)
        {
            token -= 2;
        }
        var lemma = Clause.Singular(parse, token);
        // A chamber of parliament bears a capital; a house does not. Of several states each is a government.
        return
            lexicon.Sectors.TryGetValue(lemma, out var sector)
            && (
                !lexicon.Capitals.Contains(lemma)
                || char.IsUpper(parse.Form(token)[0])
                || sector == "GOV" && parse.Features[token].Number == Number.Plur
            )
            ? sector
            : null;
    }

    /// <summary>The country that a clause behind people names ("refugees fleeing the war in …"); one man's clause may tell of anywhere.</summary>
    private string? Described(int head)
    {
        var clause = parse.Dependent(head, Relation.Acl);
        if (clause < 0 || parse.Features[head].Number != Number.Plur)
        {
            return null;
        }
        var (first, last) = parse.Subtree(clause);
        for (var i = first; i <= Math.Min(last, first + 9); i++)
        {
            if (Listed(i) is { } country)
            {
                return country;
            }
        }
        return null;
    }

    /// <summary>The country among what hangs on a noun by one relation ("the army of …").</summary>
    private string? Of(int head, Relation relation)
    {
        foreach (var dependent in parse.Dependents(head))
        {
            if (parse.Relations[dependent].Base == relation && CountryOf(dependent) is { } country)
            {
                return country;
            }
        }
        return null;
    }

    /// <summary>The country of a word on the lists; names of towns and regions are too often other words.</summary>
    private string? Listed(int token) =>
        parse.Upos[token] is Upos.Propn or Upos.Adj or Upos.Noun
        && places.Find(parse.Form(token))
            is { Kind: PlaceKind.Country or PlaceKind.Nationality or PlaceKind.Capital } place
            ? place.Country
            : null;

    private bool TimeAt(Passage token)
    {
        foreach (var time in times)
        {
            if (time.Passage.Overlaps(token))
            {
                return true;
            }
        }
        return false;
    }

    private bool TimeIn(int first, int last)
    {
        var passage = parse.PassageOf((first, last));
        foreach (var time in times)
        {
            if (time.Passage.Overlaps(passage))
            {
                return true;
            }
        }
        return false;
    }

    private string? CountryOf(int token)
    {
        if (
            EntityAt(parse.Tokens[token]) is { } entity
            && (ByName(entities[entity])?.Country ?? entities[entity].Country) is { } country
        )
        {
            return country;
        }
        if (Listed(token) is { } listed)
        {
            return listed;
        }
        foreach (var under in parse.Dependents(token))
        {
            if (
                parse.Relations[under].Base is Relation.Amod or Relation.Compound or Relation.Nmod
                && Listed(under) is { } below
            )
            {
                return below;
            }
        }
        return null;
    }

    private string? SectorIn(Passage office)
    {
        for (var i = parse.TokenAt(office.Start); i < parse.Count && parse.Tokens[i].Start < office.End; i++)
        {
            if (lexicon.Sectors.TryGetValue(parse.Lemma(i), out var sector))
            {
                return sector;
            }
        }
        return null;
    }

    private int? EntityAt(Passage token) => MentionAt(token)?.Entity;

    private (Passage Passage, int Entity)? MentionAt(Passage token)
    {
        var (low, high) = (0, mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].Passage.End <= token.Start ? (middle + 1, high) : (low, middle);
        }
        return low < mentions.Length && mentions[low].Passage.Overlaps(token) ? mentions[low] : null;
    }
}
