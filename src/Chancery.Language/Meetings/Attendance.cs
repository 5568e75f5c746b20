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
            .. told.Where(p => !IsPointing(p) && (IsOfficial(p) || names && IsName(p)))
                .DistinctBy(p => (p.Entity, p.Entity is null ? p.Passage : default)),
        ];
        parties.RemoveAll(p => parties[0] != p && IsOwn(p));
        // "Harl and its president": who goes for a country stands for it.
        parties.RemoveAll(p =>
            IsState(p)
            && parties.Exists(other =>
                other != p && other.Country == p.Country && p.Country is not null && IsName(other)
            )
        );
        if (!parties.Exists(IsOfficial) && (!names || !dated || parties.Count < 2))
        {
            return [];
        }
        return parties.Count > 1
            ? IsDomestic(parties) || IsUnequal(parties) || !dated && !parties.Exists(IsOfState)
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

    /// <summary>The name among a party's words ("Harl's readiness"), else the first that the article gives it; null where it is only described.</summary>
    public Passage? NameOf(Participant party)
    {
        var told = party.Entity is { } one ? [entities[one]] : entities;
        var names = told.SelectMany(entity => entity.Mentions)
            .Where(mention => !mention.Pronoun)
            .Select(mention => mention.Passage)
            .ToList();
        return names.Find(party.Passage.Contains) is { Length: > 0 } here ? here
            : party.Entity is not null && names is [var first, ..] ? first
            : IsState(party) ? party.Passage
            : null;
    }

    /// <summary>A state or whoever acts for one, not a delegation of it.</summary>
    public bool IsOtherSide(Participant party) => IsState(party) && LevelOf(party) == MeetingLevel.Unknown;

    public bool IsOfficial(Participant party) =>
        !IsAnybodys(party)
        && (
            party.Sector is { } sector && Public.Contains(sector)
            || IsState(party)
            || party.Sector is null && LevelOf(party) > MeetingLevel.Unknown
        );

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

    /// <summary>"The two countries", "the negotiating sides": they point to sides told elsewhere, and name none.</summary>
    private bool IsPointing(Participant party)
    {
        var points = false;
        for (
            var i = parse.TokenAt(party.Passage.Start);
            i < parse.Count && parse.Tokens[i].Start < party.Passage.End;
            i++
        )
        {
            if (places.Find(parse.Form(i)) is not null)
            {
                return false;
            }
            points |=
                parse.Upos[i] == Upos.Noun
                && parse.Features[i].Number == Number.Plur
                && lexicon.Tells(Clause.Singular(parse, i), "points")
                && (parse.Heads[i] is not (var head and >= 0) || !party.Passage.Contains(parse.Tokens[head]));
        }
        return points;
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

    private bool IsDomestic(List<Participant> parties)
    {
        // Mayors and lawmakers of whom no country is told are of the one at hand.
        var countries = parties.Where(p => !IsLocal(p)).Select(p => p.Country).Distinct().ToList();
        return countries is [not null]
            && !(
                parties.Exists(p => p.Sector is { } sector && Armed.Contains(sector))
                && parties.Exists(p => p.Sector is null or "GOV" or "MIL")
            );
    }

    /// <summary>Of two whose countries nobody tells, one who heads a government and one of lower office are of one government.</summary>
    private bool IsUnequal(List<Participant> parties) =>
        !parties.Exists(p => p.Country is not null || p.Sector == "IGO" || IsState(p) || NamesLand(p))
        && parties.Select(LevelOf).ToList() is var levels
        && !levels.Contains(MeetingLevel.Unknown)
        && levels.Distinct().Count() > 1;

    private bool NamesLand(Participant party) =>
        entities.Any(entity =>
            entity.Kind is EntityKind.Place or EntityKind.Nationality
            && entity.Mentions.Any(mention =>
                mention.Passage.Overlaps(party.Passage)
                || party.Entity is { } one
                    && entities[one].Office is { } office
                    && mention.Passage.Overlaps(office)
            )
        );

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

    private bool IsLocal(Participant party) =>
        party is { Entity: null, Country: null, Sector: "GOV" } && LevelOf(party) == MeetingLevel.Unknown;

    /// <summary>"The retail leaders": of no country, league or name; firms and clubs have leaders too.</summary>
    private bool IsAnybodys(Participant party)
    {
        if (party.Entity is not null || party.Country is not null)
        {
            return false;
        }
        var leads = false;
        for (
            var i = parse.TokenAt(party.Passage.Start);
            i < parse.Count && parse.Tokens[i].Start < party.Passage.End;
            i++
        )
        {
            if (lexicon.Tells(Clause.Singular(parse, i), "several") || places.Find(parse.Form(i)) is not null)
            {
                return false;
            }
            leads |= lexicon.Tells(parse.Lemma(i), "leads");
        }
        return leads;
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
