using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>Heads of phrases → participants with their country and sector.</summary>
internal sealed partial class Participants(
    Parse parse,
    IReadOnlyList<Entity> entities,
    IReadOnlyList<TimeExpression> times,
    EventLexicon lexicon,
    Places places
)
{
    private readonly (Passage Passage, int Entity)[] mentions =
    [
        .. entities
            .SelectMany((entity, index) => entity.Mentions.Select(m => (m.Passage, index)))
            .OrderBy(m => m.Passage.Start),
    ];

    /// <summary>A list of more sides than that is one of something else.</summary>
    private const int Most = 12;

    private readonly HashSet<Passage> things = [];
    private readonly HashSet<Passage> pointing = [];
    private readonly HashSet<Passage> own = [];

    /// <summary>True where a side is a common noun of no sector that only carries a nationality ("the Turkish model").</summary>
    public bool IsThing(Participant side) => things.Contains(side.Passage);

    /// <summary>True where a side only points at those told before ("the sides").</summary>
    public bool IsPointing(Participant side) => pointing.Contains(side.Passage);

    /// <summary>True where a side is somebody's own by a pronoun, and of no country itself ("its embassy").</summary>
    public bool IsOwn(Participant side) => own.Contains(side.Passage);

    /// <summary>True where a side is a government or its armed forces.</summary>
    public static bool IsOfficial(Participant side) => side.Sector is "GOV" or "MIL" or "COP";

    /// <summary>True where a side is the name of a place.</summary>
    public bool IsPlace(Participant side) =>
        side.Entity is { } entity && entities[entity].Kind == EntityKind.Place;

    /// <summary>True where a side is of no country and of a private sector.</summary>
    public bool IsPrivate(Participant side) =>
        side.Country is null && side.Sector is { } sector && lexicon.Private.Contains(sector);

    /// <summary>True where a side is of no country, and a person or body of no sector, or of one that does not act in public.</summary>
    public bool IsObscure(Participant side) =>
        side.Country is null
        && (
            side.Sector is { } sector
                ? sector == "NGO" || lexicon.Private.Contains(sector)
                : side.Entity is { } entity && entities[entity].Kind != EntityKind.Place
        );

    /// <summary>True where a side is of a country, or of a sector that acts in public; or named only, and nothing says that it does not.</summary>
    public bool IsPublic(Participant side) =>
        side.Country is not null
        || side.Sector is { } sector && !lexicon.Private.Contains(sector)
        || side is { Sector: null, Entity: { } entity } && entities[entity].Kind == EntityKind.Place;

    /// <summary>True where a side is a person of whom nothing more is known.</summary>
    public bool IsUnknown(Participant side) =>
        side is { Country: null, Sector: null, Entity: { } entity }
        && entities[entity].Kind == EntityKind.Person;

    /// <summary>The participant that a noun heads and those joined to it; a noun that names nobody who acts yields none.</summary>
    public IReadOnlyList<Participant> Of(int head)
    {
        if (head < 0)
        {
            return [];
        }
        if (Antecedent.IsObject(parse, head) && Antecedent.Of(parse, head, Kind) is var antecedent and not -1)
        {
            return antecedent >= 0 ? Of(antecedent) : [];
        }
        List<Participant> found = [];
        var joined = Joined(head);
        var ones = joined.ConvertAll(One);
        var several = joined.Count > 1 && ones.Exists(one => one is not null);
        foreach (var (named, of) in joined.Zip(ones))
        {
            if (of is { } one)
            {
                // A name that the tree has in two ("Health and Human Services") is one.
                if (
                    MentionAt(parse.Tokens[named]) is not { } mention
                    || !found.Exists(other => other.Passage.Contains(mention.Passage))
                )
                {
                    found.Add(one);
                }
            }
            // "The MLF and its allies": who is named by letters alone is somebody where he is joined to somebody.
            else if (several && IsAcronym(named))
            {
                found.Add(new Participant(Phrase(named), null));
            }
            // "Hungarian and Romanian officials" are two sides.
            foreach (var dependent in parse.Dependents(named))
            {
                if (parse.Relations[dependent].Base != Relation.Amod || Listed(dependent) is null)
                {
                    continue;
                }
                foreach (var second in parse.Dependents(dependent))
                {
                    if (parse.Relations[second].Base == Relation.Conj && Listed(second) is { } other)
                    {
                        found.Add(
                            new Participant(
                                parse.Tokens[second],
                                null,
                                other,
                                found.Count > 0 ? found[0].Sector : null
                            )
                        );
                    }
                }
            }
        }
        return found;
    }

    /// <summary>Two capitals and more.</summary>
    private bool IsAcronym(int token)
    {
        var form = parse.Form(token);
        return parse.Upos[token] is Upos.Noun or Upos.Propn
            && form.Length is > 1 and < 7
            && !form.ContainsAnyExceptInRange('A', 'Z')
            && !TimeAt(parse.Tokens[token]);
    }

    /// <summary>A noun and those joined to it, and to those: in "A, B and C" the parser may hang the third on the second.</summary>
    private List<int> Joined(int head)
    {
        List<int> found = [head];
        for (var at = 0; at < found.Count && found.Count < Most; at++)
        {
            foreach (var dependent in parse.Dependents(found[at]))
            {
                if (parse.Relations[dependent].Base == Relation.Conj)
                {
                    found.Add(dependent);
                }
            }
        }
        return found;
    }

    /// <summary>What a noun names: an entity's kind, or by its sector a body; null where it names nobody.</summary>
    private EntityKind? Kind(int token)
    {
        if (EntityAt(parse.Tokens[token]) is { } entity)
        {
            return entities[entity].Kind;
        }
        // "President Jan Novák": the name hangs on the office.
        foreach (var dependent in parse.Dependents(token))
        {
            if (
                parse.Relations[dependent].Base is Relation.Flat or Relation.Appos
                && EntityAt(parse.Tokens[dependent]) is { } named
            )
            {
                return entities[named].Kind;
            }
        }
        return SectorOf(token) is null ? null : EntityKind.Organisation;
    }

    /// <summary>
    /// Those whose deed or affair a noun is that is nobody itself: "a series of Harlish strikes", "talks of the leaders", "Harl's offensive".
    /// </summary>
    public IReadOnlyList<Participant> Under(int head, int depth = 0)
    {
        if (lexicon.Relatives.Contains(Clause.Singular(parse, head)))
        {
            return [];
        }
        List<Participant> found = [];
        foreach (var dependent in parse.Dependents(head))
        {
            var relation = parse.Relations[dependent];
            if (
                relation == Relation.NmodPoss
                || relation.Base == Relation.Nmod
                    && Clause.Preposition(parse, dependent) is var preposition and >= 0
                    && lexicon.Owners.Contains(parse.Lemma(preposition))
            )
            {
                var named = Of(dependent);
                found.AddRange(named.Count > 0 || depth > 1 ? named : Under(dependent, depth + 1));
            }
            // "Hundreds of Harlish and dozens of Marnish soldiers".
            else if (relation.Base == Relation.Conj && depth == 0)
            {
                found.AddRange(Under(dependent, depth + 1));
            }
        }
        return found;
    }

    /// <summary>
    /// A noun that names somebody: an entity, a name of the lists, a noun of a sector, or one with a nationality or possessor that has a
    /// country ("Turkish forces", "the country's army"); a pronoun only where it is resolved, a possessive one never.
    /// </summary>
    private Participant? One(int head)
    {
        if (parse.Features[head].Poss || TimeAt(parse.Tokens[head]) || Clause.IsDateline(parse, head))
        {
            return null;
        }
        var entity = EntityAt(parse.Tokens[head]);
        // A man named Jordan is of no country for it.
        var person = entity is { } someone && entities[someone].Kind == EntityKind.Person;
        var place = person ? null : Listed(head);
        // The West Bank is no bank.
        var sector =
            entity is { } bearer && entities[bearer].Kind == EntityKind.Place ? null : SectorOf(head);
        string? country = null;
        var owned = false;
        foreach (var dependent in parse.Dependents(head))
        {
            var relation = parse.Relations[dependent];
            if (
                relation.Base is Relation.Amod or Relation.Compound or Relation.Flat or Relation.Appos
                || relation == Relation.NmodPoss
                || relation == Relation.NmodDesc
            )
            {
                // "Harl's rival" is not of Harl, and of "his" two may be meant.
                var foreign =
                    relation == Relation.NmodPoss && lexicon.Relatives.Contains(Clause.Singular(parse, head));
                country ??= foreign || person && relation.Base == Relation.Flat ? null : CountryOf(dependent);
                owned |=
                    relation.Base is Relation.Compound
                        ? EntityAt(parse.Tokens[dependent]) is not null
                        : false;
                sector ??=
                    relation.Base is Relation.Flat or Relation.Appos
                    || relation == Relation.NmodDesc
                    // "Police dogs" are the police's; a "two-state solution" is no state.
                    || relation.Base is Relation.Compound && parse.Upos[dependent] == Upos.Propn
                        ? SectorOf(dependent)
                        : null;
            }
        }
        if (entity is { } named)
        {
            if (ByName(entities[named]) is { } known)
            {
                (country, sector) = (known.Country ?? country, known.Sector);
            }
            country ??= entities[named].Country;
            sector ??= entities[named].Office is { } office ? SectorIn(office) : null;
        }
        country ??= place;
        var name = parse.Upos[head] == Upos.Propn && IsWord(parse.Form(head));
        if (entity is null && country is null && sector is null && !name && !owned)
        {
            return null;
        }
        if (entity is null && sector is null && place is null && !name)
        {
            things.Add(Phrase(head));
        }
        country ??= sector is null ? null : Of(head, Relation.Nmod) ?? Described(head);
        if (
            entity is null
            && country is null
            && parse.Dependent(head, Relation.NmodPoss) is var owner and >= 0
            && parse.Features[owner].Poss
        )
        {
            own.Add(Phrase(head));
        }
        if (entity is null && country is null && lexicon.Pointing.Contains(Clause.Singular(parse, head)))
        {
            pointing.Add(Phrase(head));
        }
        return new Participant(Phrase(head), entity, country, sector);
    }

    /// <summary>Whoever a noun names under a verb that is done to people ("arrested five adolescents"); a pronoun names nobody.</summary>
    public Participant? Somebody(int head) =>
        parse.Upos[head] == Upos.Noun && !TimeAt(parse.Tokens[head])
            ? new Participant(Phrase(head), null, Of(head, Relation.Nmod))
            : null;

    /// <summary>A capital and small letters: no model number, abbreviation or shouted word.</summary>
    private static bool IsWord(ReadOnlySpan<char> form) =>
        form.Length > 2
        && char.IsUpper(form[0])
        && form[1..].ContainsAnyInRange('a', 'z')
        && !form.ContainsAnyInRange('0', '9');
}
