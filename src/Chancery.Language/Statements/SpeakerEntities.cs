using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>
/// Which entity speaks. A name among the speaker's own words decides; "he" and "she" are followed to the subject before them. What is
/// not sure stays open: a wrong mouth is worse than none.
/// </summary>
internal sealed class SpeakerEntities
{
    /// <summary>How many sentences back a pronoun is followed.</summary>
    private const int Back = 4;

    private readonly Discourse discourse;
    private readonly Parse parse;
    private readonly IReadOnlyList<Entity> entities;
    private readonly int[] entityAt;
    private readonly Dictionary<int, int> resolved = [];

    /// <summary>What the last person who spoke said: who is named there has not taken the floor.</summary>
    private List<Stretch> heard = [];

    /// <summary>Where somebody last spoke who is told by another's name alone ("Orlo's mother"): he or she may be meant next; −1 for nobody.</summary>
    private int related = -1;

    /// <summary>The last person who spoke, and where.</summary>
    private (int Entity, int Token)? last;

    public SpeakerEntities(Discourse discourse, IReadOnlyList<Entity> entities)
    {
        (this.discourse, parse, this.entities) = (discourse, discourse.Parse, entities);
        entityAt = new int[parse.Count];
        Array.Fill(entityAt, -1);
        for (int e = 0; e < entities.Count; e++)
            foreach (Mention mention in entities[e].Mentions)
            {
                Stretch words = discourse.Tokens(mention.Passage);
                for (int i = words.First; i <= words.Last; i++)
                    entityAt[i] = e;
            }
    }

    /// <summary>The entity of a speaker; to be asked in text order, since a pronoun follows the speaker before it.</summary>
    public int? Of(Attribution said)
    {
        said.SpeakerHead = BehindDateline(said);
        int? found = Find(said) is { } bare ? Institution(bare) : null;
        // Nobody calls himself by his name.
        if (
            found is { } named
            && said.Direct
            && parse.Upos[said.SpeakerHead] == Upos.Pron
            && entities[named]
                .Mentions.Any(m =>
                    !m.Pronoun && said.Content.Exists(c => c.Has(parse.TokenAt(m.Passage.Start)))
                )
        )
            found = null;
        if (found is null && IsRelated(said))
            related = said.SpeakerHead;
        if (found is { } entity && said.SpeakerHead >= 0)
        {
            resolved[said.SpeakerHead] = entity;
            if (entities[entity].Kind == EntityKind.Person)
            {
                last = (entity, Math.Max(said.SpeakerHead, said.CueToken));
                heard = said.Content;
            }
        }
        return found;
    }

    /// <summary>"HARL, May 3 (Agency) – Envoy Ada Orlo said", where the tree hangs the envoy on the town: the town says nothing.</summary>
    private int BehindDateline(Attribution said)
    {
        int head = said.SpeakerHead;
        if (
            head < 0
            || said.CueToken < 0
            || said.Speaker.IsNone
            || said.Speaker.Has(head)
            || parse.SentenceOf(head) != parse.SentenceOf(said.CueToken)
            || head >= discourse.Sentence(said.CueToken).First
        )
            return head;
        for (int i = said.Speaker.First; i <= said.Speaker.Last; i++)
            if (Subjects.IsNominal(parse, i) && !said.Speaker.Has(parse.Heads[i]))
                return i;
        return -1;
    }

    /// <summary>
    /// Every country has a foreign ministry: one that the article names without its country is the one that it names with it, where that is
    /// one alone, and stays open otherwise.
    /// </summary>
    private int? Institution(int entity)
    {
        string name = entities[entity].Name;
        if (entities[entity].Kind != EntityKind.Organisation)
            return entity;
        bool institution = false;
        foreach (string word in name.Split(' '))
            if (discourse.Lexicon.Is("institution", word))
                institution = true;
            else if (!discourse.Lexicon.Is("portfolio", word))
                return entity;
        if (!institution)
            return entity;
        int? full = null;
        for (int e = 0; e < entities.Count; e++)
            if (e != entity && entities[e].Name.EndsWith($" {name}", StringComparison.OrdinalIgnoreCase))
            {
                if (full is not null)
                    return null;
                full = e;
            }
        return full;
    }

    private bool IsRelated(Attribution said) =>
        said.SpeakerHead >= 0
        && parse.Upos[said.SpeakerHead] == Upos.Noun
        && parse.Features[said.SpeakerHead].Number == Number.Sing
        && parse.Dependent(said.SpeakerHead, Relation.NmodPoss) is var owner
        && owner >= 0
        && entityAt[owner] is var e
        && e >= 0
        && entities[e].Kind == EntityKind.Person;

    /// <summary>Somebody told by another's name has spoken since the last person did, not far before the pronoun.</summary>
    private bool MayBeRelated(int pronoun) =>
        related >= 0
        && related < pronoun
        && parse.SentenceOf(pronoun) - parse.SentenceOf(related) <= Back
        && (last is not { } before || before.Token < related);

    private int? Find(Attribution said)
    {
        int head = said.SpeakerHead;
        if (head < 0 || said.Speaker.IsNone)
            return null;
        if (
            parse.Dependent(head, Relation.Conj) is var other and >= 0
            && said.Speaker.Has(other)
            && Subjects.IsNominal(parse, other)
        )
            return null;
        if (AreSeveral(said.Speaker))
            return null;
        if (entityAt[head] is var at and >= 0)
            return parse.Upos[head] == Upos.Pron ? (EitherOf(head, at) ? null : Agreed(head, at))
                : entities[at].Kind == EntityKind.Place && IsPartOfName(head, at) ? null
                : parse.Upos[head] == Upos.Noun
                && !IsNamed(head, at)
                && !Holds(entities[at], parse.Form(head))
                    ? null
                : at;
        if (said.CueToken < 0)
            return Surname(parse.Form(head));
        if (parse.Upos[head] == Upos.Pron)
            return Pronoun(head);
        for (int i = said.Speaker.First; i <= said.Speaker.Last; i++)
            if (entityAt[i] is var e and >= 0 && entities[e].Kind == EntityKind.Person && Names(i, head))
                return e;
        return Last(said.Speaker, head) ?? Described(said.Speaker, head);
    }

    /// <summary>"Dr Orlo and Dr Novák, along with …", whatever the tree joins.</summary>
    private bool AreSeveral(Stretch words)
    {
        int person = -1;
        for (int i = words.First; i <= words.Last && parse.Upos[i] is not (Upos.Verb or Upos.Aux); i++)
            if (entityAt[i] is var e && e >= 0 && entities[e].Kind == EntityKind.Person)
            {
                if (person >= 0 && e != person)
                    return true;
                person = e;
            }
            else if (parse.Upos[i] == Upos.Adp || parse.Features[i].PronType == PronType.Rel)
                return false;
        return false;
    }

    /// <summary>"the president" is the one person whose office the article gives with that word, or of several the one who spoke last.</summary>
    private int? Described(Stretch words, int head)
    {
        if (
            words.Last - words.First != 1
            || parse.Features[words.First].Definite != Definite.Def
            || parse.Upos[head] != Upos.Noun
        )
            return null;
        int? found = null;
        bool several = false;
        for (int e = 0; e < entities.Count; e++)
            if (entities[e].Kind == EntityKind.Person && Holds(entities[e], parse.Form(head)))
            {
                several |= found is not null;
                found = e;
            }
        // Of several the one who spoke last, unless another of them has been named since.
        if (several && last is { } before)
            return Holds(entities[before.Entity], parse.Form(head)) && !OthersNamed(before, head)
                ? before.Entity
                : null;
        return several ? null : found;
    }

    private bool OthersNamed((int Entity, int Token) before, int head)
    {
        for (int i = before.Token + 1; i < head; i++)
            if (
                entityAt[i] is var e
                && e >= 0
                && e != before.Entity
                && !discourse.IsSpoken(i)
                && entities[e].Kind == EntityKind.Person
                && Holds(entities[e], parse.Form(head))
            )
                return true;
        return false;
    }

    /// <summary>"Fox 32 Harl" is no city: names or figures right before the place belong to a longer name that was not found.</summary>
    private bool IsPartOfName(int token, int entity)
    {
        int first = token;
        while (first > 0 && entityAt[first - 1] == entity)
            first--;
        return first > 0
            && parse.Gaps[first] != Text.Gap.BlankLine
            && parse.SentenceOf(first - 1) == parse.SentenceOf(token)
            && parse.Upos[first - 1] is Upos.Propn or Upos.Num
            && entityAt[first - 1] < 0;
    }

    /// <summary>The entity is named here, not described.</summary>
    private bool IsNamed(int token, int entity)
    {
        foreach (Mention mention in entities[entity].Mentions)
            if (!mention.Pronoun && discourse.Tokens(mention.Passage).Has(token))
                return true;
        return false;
    }

    private bool Holds(Entity entity, ReadOnlySpan<char> office)
    {
        if (
            entity.Office is { } words
            && words.In(parse.Text).Contains(office, StringComparison.OrdinalIgnoreCase)
        )
            return true;
        foreach (Mention mention in entity.Mentions)
            if (
                parse.TokenAt(mention.Passage.Start) is var first and > 0
                && parse.Form(first - 1).Equals(office, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        return false;
    }

    /// <summary>
    /// Speech goes on in the mouth of the last speaker unless somebody else has been named since: where the pronoun was followed past that
    /// speaker, it stays open.
    /// </summary>
    private int? Agreed(int pronoun, int entity)
    {
        bool he = discourse.Lexicon.Is("he", parse.Form(pronoun));
        bool she = discourse.Lexicon.Is("she", parse.Form(pronoun));
        if ((he || she) && (entities[entity].Kind != EntityKind.Person || !Fits(entity, he)))
            return null;
        if (MayBeRelated(pronoun))
            return null;
        if (
            last is not { } before
            || before.Entity == entity
            || parse.SentenceOf(pronoun) - parse.SentenceOf(before.Token) > Back
        )
            return entity;
        if (!Fits(before.Entity, he))
            return entity;
        foreach (Mention mention in entities[entity].Mentions)
            if (
                !mention.Pronoun
                && parse.TokenAt(mention.Passage.Start) is var named
                && named > before.Token
                && named < pronoun
                && !discourse.IsSpoken(named)
                && !heard.Exists(said => said.Has(named))
            )
                return entity;
        return null;
    }

    /// <summary>"Government spokeswoman Lena Quist": a name that ends the words, or their part before a comma, with no preposition before it.</summary>
    private int? Last(Stretch words, int head)
    {
        int last = words.Last;
        for (int i = words.First; i <= words.Last; i++)
        {
            if (parse.Upos[i] is Upos.Adp or Upos.Verb or Upos.Aux)
                return null;
            if (parse.Form(i) is "," or "(")
            {
                last = i - 1;
                break;
            }
        }
        return last > head && entityAt[last] is var e and >= 0 && entities[e].Kind == EntityKind.Person
            ? e
            : null;
    }

    /// <summary>The name belongs to the head itself ("the border chief, Ada Orlo") and not to its surroundings ("a friend of Ada Orlo").</summary>
    private bool Names(int token, int head)
    {
        for (int i = token, steps = 0; steps < 8; i = parse.Heads[i], steps++)
        {
            if (i == head)
                return true;
            // "the Orlo administration": a name before the noun it belongs to is not the speaker.
            bool modifier =
                parse.Relations[i] == Relation.Compound
                && i < parse.Heads[i]
                && entityAt[parse.Heads[i]] != entityAt[token];
            if (
                parse.Heads[i] < 0
                || modifier
                || parse.Relations[i]
                    is not (Relation.Flat or Relation.Compound or Relation.Appos or Relation.NmodDesc)
            )
                return false;
        }
        return false;
    }

    /// <summary>A transcript calls its speakers by surname, in capitals.</summary>
    private int? Surname(ReadOnlySpan<char> form)
    {
        int? found = null;
        for (int e = 0; e < entities.Count; e++)
        {
            if (entities[e].Kind != EntityKind.Person)
                continue;
            ReadOnlySpan<char> name = entities[e].Name;
            if (!name[(name.LastIndexOf(' ') + 1)..].Equals(form, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                return null;
            found = e;
        }
        return found;
    }

    private int? Pronoun(int token)
    {
        bool he = discourse.Lexicon.Is("he", parse.Form(token));
        bool she = discourse.Lexicon.Is("she", parse.Form(token));
        if (!he && !she || MayBeRelated(token))
            return null;
        int sentence = parse.SentenceOf(token);
        for (int s = sentence; s >= 0 && s > sentence - Back; s--)
        {
            int last = s == sentence ? token - 1 : parse.Sentences[s].End - 1;
            List<int> subjects = [];
            HashSet<int> named = [];
            for (int i = parse.Sentences[s].First; i <= last; i++)
            {
                if (discourse.IsSpoken(i))
                    continue;
                int e = PersonAt(i);
                if (e < 0 || !Fits(e, he))
                    continue;
                named.Add(e);
                if (IsSubject(i))
                    subjects.Add(e);
            }
            if (subjects.Count > 0)
                return s == sentence ? subjects[^1] : Sole(named);
            if (named.Count > 0)
                return Sole(named);
        }
        return null;
    }

    /// <summary>
    /// "Orlo met Novák in Harl. He said …": the sentence that names somebody last before the pronoun names two whom it fits, and neither spoke
    /// there.
    /// </summary>
    private bool EitherOf(int pronoun, int entity)
    {
        bool he = discourse.Lexicon.Is("he", parse.Form(pronoun));
        if (!he && !discourse.Lexicon.Is("she", parse.Form(pronoun)))
            return false;
        int sentence = parse.SentenceOf(pronoun);
        if (last is { } before && before.Entity == entity && sentence - parse.SentenceOf(before.Token) < 2)
            return false;
        for (int s = sentence; s >= 0 && s > sentence - Back; s--)
        {
            int end = s == sentence ? pronoun - 1 : parse.Sentences[s].End - 1;
            HashSet<int> named = [];
            for (int i = parse.Sentences[s].First; i <= end; i++)
                if (!discourse.IsSpoken(i) && PersonAt(i) is var e && e >= 0 && Fits(e, he))
                    named.Add(e);
            if (named.Count > 0)
                return named.Count > 1 && s < sentence;
        }
        return false;
    }

    /// <summary>Who is named or meant at a token, −1 for nobody: what somebody is in or at is a place, whatever it is taken for.</summary>
    private int PersonAt(int token)
    {
        int e = resolved.TryGetValue(token, out int known) ? known : entityAt[token];
        return
            e >= 0
            && entities[e].Kind == EntityKind.Person
            && parse.Relations[token] != Relation.NmodPoss
            && !(
                parse.Dependent(token, Relation.Case) is var mark
                && mark >= 0
                && discourse.Lexicon.Is("medium", parse.Form(mark))
            )
            ? e
            : -1;
    }

    private static int? Sole(HashSet<int> named) => named.Count == 1 ? named.First() : null;

    private bool IsSubject(int token)
    {
        for (int i = token, steps = 0; steps < 4 && i >= 0; i = parse.Heads[i], steps++)
        {
            if (parse.Relations[i].Base == Relation.Nsubj)
                return true;
            if (
                parse.Relations[i]
                is not (Relation.Flat or Relation.Compound or Relation.Appos or Relation.NmodDesc)
            )
                return false;
        }
        return false;
    }

    /// <summary>Neither the given name nor a title or office near a mention says the other sex.</summary>
    private bool Fits(int entity, bool he)
    {
        string other = he ? "woman" : "man";
        string name = entities[entity].Name;
        if (
            name.IndexOf(' ', StringComparison.Ordinal) is var space
            && space > 0
            && discourse.Lexicon.Given.TryGetValue(name[..space], out string? sex)
        )
            return sex != other;
        foreach (Mention mention in entities[entity].Mentions)
        {
            int first = parse.TokenAt(mention.Passage.Start);
            for (int i = Math.Max(0, first - 2); i < first; i++)
                if (discourse.Lexicon.Is(other, parse.Form(i)))
                    return false;
        }
        return true;
    }
}
