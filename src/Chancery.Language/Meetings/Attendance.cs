using System.Collections.Frozen;
using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Meetings;

/// <summary>
/// Who counts as a side of a diplomatic meeting: states, those who hold an office, bodies of governments, armies, rebels and leagues of
/// states. Meetings within one country are its own affair unless its government meets those who fight it.
/// </summary>
internal sealed class Attendance(
    Parse parse,
    IReadOnlyList<Entity> entities,
    MeetingLexicon lexicon,
    Places places
)
{
    /// <summary>PLOVER's sectors of those who act for a state, against it, or for several.</summary>
    private static readonly FrozenSet<string> Public = ["GOV", "MIL", "IGO", "REB", "UAF", "OPP", "SPY"];

    private static readonly FrozenSet<string> Armed = ["REB", "UAF", "OPP"];

    /// <summary>Those of them who count; empty where they are no two sides.</summary>
    /// <param name="told">Everybody whom the words name.</param>
    /// <param name="names">Whether one of whom no office is told counts by name alone, beside one of whom it is.</param>
    /// <param name="dated">Whether two such names are enough: to meet on a day that is named.</param>
    public IReadOnlyList<Participant> Of(IEnumerable<Participant> told, bool names, bool dated)
    {
        List<Participant> parties =
        [
            .. told.Where(p => IsOfficial(p) || names && IsName(p))
                .DistinctBy(p => (p.Entity, p.Entity is null ? p.Passage : default)),
        ];
        parties.RemoveAll(p => parties[0] != p && IsOwn(p));
        if (!parties.Exists(IsOfficial) && (!names || !dated || parties.Count < 2))
        {
            return [];
        }
        return parties.Count > 1
            ? IsDomestic(parties) || !dated && !parties.Exists(IsOfState)
                ? []
                : parties
            : parties.TrueForAll(IsSeveral)
                ? parties
                : [];
    }

    /// <summary>The highest office among a party's words, or those of the office it holds.</summary>
    public MeetingLevel LevelOf(Participant party)
    {
        var level = LevelIn(party.Passage);
        return
            party.Entity is { } one
            && entities[one].Office is { } office
            && LevelIn(office) is var held
            && held > level
            ? held
            : level;
    }

    public bool IsOfficial(Participant party) =>
        party.Sector is { } sector && Public.Contains(sector)
        || IsState(party)
        || party.Sector is null && LevelOf(party) > MeetingLevel.Unknown;

    /// <summary>
    /// A country, its people or its capital for its government; of places that the lists do not know, one that acts here or that the
    /// article takes for its government elsewhere.
    /// </summary>
    public bool IsState(Participant party)
    {
        if (party.Entity is not { } one)
        {
            return party.Sector is null
                && places.Find(party.Passage.In(parse.Text))
                    is { Kind: PlaceKind.Country or PlaceKind.Capital or PlaceKind.Nationality };
        }
        var entity = entities[one];
        return entity.Kind is EntityKind.Place or EntityKind.Nationality
            && (
                places.Find(entity.Name) is { } place
                    ? place
                        is {
                            Kind: PlaceKind.Country or PlaceKind.Capital or PlaceKind.Nationality,
                            Country: not null
                        }
                    : Acts(party.Passage) || entity.Mentions.Any(mention => mention.Government)
            );
    }

    /// <summary>Neither what is done to, as a place is visited, nor where; but one behind "between" or "with" is.</summary>
    private bool Acts(Passage passage)
    {
        for (
            var i = parse.TokenAt(passage.Start);
            i < parse.Count && parse.Tokens[i].Start < passage.End;
            i++
        )
        {
            if (parse.Heads[i] is not (var head and >= 0) || passage.Contains(parse.Tokens[head]))
            {
                continue;
            }
            return parse.Relations[i].Base switch
            {
                Relation.Obj => false,
                Relation.Conj => Acts(parse.Tokens[head]),
                Relation.Nmod or Relation.Obl => Clause.Preposition(parse, i) is var preposition and >= 0
                    && lexicon.Tells(parse.Lemma(preposition), "side"),
                _ => true,
            };
        }
        return true;
    }

    /// <summary>"Its negotiating team", "his ministers": of the side that is named; "his counterparts" are of the other.</summary>
    private bool IsOwn(Participant party)
    {
        var own = false;
        for (
            var i = parse.TokenAt(party.Passage.Start);
            i < parse.Count && parse.Tokens[i].Start < party.Passage.End;
            i++
        )
        {
            own |= parse.Features[i].Poss;
            if (lexicon.Tells(parse.Lemma(i), "other side"))
            {
                return false;
            }
        }
        return own;
    }

    /// <summary>A person of whom no more is told here.</summary>
    private bool IsName(Participant party) =>
        party is { Sector: null, Entity: { } one } && entities[one].Kind == EntityKind.Person;

    /// <summary>Of a country or a league of them, or of an office that deals with others; a governor and a mayor are not.</summary>
    private bool IsOfState(Participant party) =>
        party.Country is not null
        || party.Sector == "IGO"
        || IsState(party)
        || party.Entity is not null && LevelOf(party) >= MeetingLevel.Envoys;

    private static bool IsDomestic(List<Participant> parties)
    {
        var countries = parties.Select(p => p.Country).Distinct().ToList();
        return countries is [not null]
            && !(
                parties.Exists(p => p.Sector is { } sector && Armed.Contains(sector))
                && parties.Exists(p => p.Sector is null or "GOV" or "MIL")
            );
    }

    /// <summary>"Foreign ministers of the league", "delegations from both countries": officials in the plural, of more than one country.</summary>
    private bool IsSeveral(Participant party)
    {
        var (officials, several) = (false, false);
        HashSet<string> countries = [];
        for (
            var i = parse.TokenAt(party.Passage.Start);
            i < parse.Count && parse.Tokens[i].Start < party.Passage.End;
            i++
        )
        {
            officials |=
                parse.Features[i].Number == Number.Plur
                && lexicon.LevelOf(Clause.Singular(parse, i)) > MeetingLevel.Unknown;
            several |= lexicon.Tells(Clause.Singular(parse, i), "several");
            if (places.Find(parse.Form(i)) is { Country: { } country })
            {
                countries.Add(country);
            }
        }
        return officials && (countries.Count > 1 || several && countries.Count == 0);
    }

    private MeetingLevel LevelIn(Passage words)
    {
        var level = MeetingLevel.Unknown;
        for (var i = parse.TokenAt(words.Start); i < parse.Count && parse.Tokens[i].Start < words.End; i++)
        {
            var found = lexicon.LevelOf(parse.Lemma(i));
            level = found > level ? found : level;
        }
        return level;
    }
}
