using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Names;

/// <summary>
/// Names that the lists and the form of the words tell without any training: countries and peoples, organisations known
/// everywhere, capitalised words that end in "Ministry" or go on from it ("Ministry of Defence"), acronyms.
/// </summary>
public sealed class ListedNames(
    Places places,
    Organisations organisations,
    Joints joints,
    FrozenSet<string> placeWords,
    FrozenSet<string> address
)
{
    private const int LongestListed = 5;

    // What each sign is worth against the network's own scores (natural logarithms of odds): enough to decide where the network
    // wavers, and more the less the sign can mean anything else.
    private const float Listing = 10;
    private const float LongPeople = 80; // means nothing else, and the network has seen too few of them

    private const float ShortListing = 4;
    private const float Form = 2;
    private const float Capitals = 1.5f;
    private const float Uncapitalised = 4;
    private const float Bracket = 3;
    private const float Alone = 2;

    private const float Addressed = 6;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> addresses =
        address.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> grounds =
        placeWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">The article's text.</param>
    /// <param name="tokens">The tokens of one sentence.</param>
    /// <param name="upos">Their parts of speech.</param>
    /// <param name="found">Takes the names: first token within the sentence, index after the last, kind, and what the sign is worth.</param>
    public void Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        List<(int First, int End, EntityKind Kind, float Worth)> found
    )
    {
        found.Clear();
        var shouting = Shouting(text, tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!char.IsUpper(tokens[i].In(text)[0]) || shouting)
            {
                if (upos[i] == Upos.Propn && Small(text, tokens, upos, i) is var small and > 0)
                {
                    found.Add((i, small, EntityKind.Place, Uncapitalised));
                    i = small - 1;
                }
                continue;
            }
            if (
                i > 0
                && upos[i] == Upos.Propn
                && addresses.Contains(tokens[i - 1].In(text))
                && char.IsUpper(text[tokens[i - 1].Start])
            )
            {
                // "Mr Paris": whatever the lists say of the word.
                var end = i + 1;
                while (
                    end < tokens.Length && upos[end] == Upos.Propn && char.IsUpper(text[tokens[end].Start])
                )
                {
                    end++;
                }
                found.Add((i, end, EntityKind.Person, Addressed));
                i = end - 1;
                continue;
            }
            var institution = Institution(text, tokens, upos, i);
            for (var to = Math.Min(i + LongestListed, tokens.Length); to > i; to--)
            {
                if (
                    Listed(Passage.Between(tokens[i].Start, tokens[to - 1].End).In(text)) is { } kind
                    && to >= institution
                )
                {
                    found.Add(
                        (
                            i,
                            to,
                            kind,
                            to == i + 1 ? ShortListing
                            : kind == EntityKind.Nationality ? LongPeople
                            : Listing
                        )
                    );
                    (i, institution) = (to - 1, 0);
                    break;
                }
            }
            if (institution == 0 && Ground(text, tokens, upos, i) is var ground and > 0)
            {
                found.Add((i, ground, EntityKind.Place, Form));
                i = ground - 1;
            }
            else if (Bracketed(text, tokens, i) is var bracket and > 0)
            {
                found.Add((i, bracket, EntityKind.Organisation, Bracket));
                found.Add((bracket + 1, bracket + 2, EntityKind.Organisation, Bracket));
                i = bracket + 1;
            }
            else if (institution > 0)
            {
                found.Add((i, institution, EntityKind.Organisation, Form));
                i = institution - 1;
            }
            else if (
                Acronym(tokens[i].In(text))
                && upos[i] is Upos.Propn or Upos.Noun
                && Listed(tokens[i].In(text)) is null
            )
            {
                found.Add((i, i + 1, EntityKind.Organisation, Capitals));
            }
            else if (
                i > 0
                && upos[i] == Upos.Propn
                && organisations.IsWord(tokens[i].In(text))
                && upos[i - 1] == Upos.Det
            )
            {
                found.Add((i, i + 1, EntityKind.Organisation, Alone));
            }
        }
    }

    /// <summary>The end of a listed place that is written without capitals and read as a name; 0 where none begins here.</summary>
    private int Small(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        int first
    )
    {
        var end = first + 1;
        while (end < tokens.Length && end < first + 3 && upos[end] == Upos.Propn)
        {
            end++;
        }
        for (; end > first; end--)
        {
            var name = Passage.Between(tokens[first].Start, tokens[end - 1].End).In(text);
            if (name.Length > 3 && places.FindSmall(name)?.Kind is not (null or PlaceKind.Nationality))
            {
                return end;
            }
        }
        return 0;
    }

    private EntityKind? Listed(ReadOnlySpan<char> name) =>
        organisations.Knows(name) ? EntityKind.Organisation
        : places.Find(name) is { } place
            ? place.Kind switch
            {
                PlaceKind.Nationality => EntityKind.Nationality,
                PlaceKind.Country or PlaceKind.Capital or PlaceKind.Region => EntityKind.Place,
                _ => null,
            }
        : null;

    /// <summary>Where an organisation that begins here ends by its words; 0 where none does.</summary>
    private int Institution(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        int first
    )
    {
        var run = Run(text, tokens, first);
        if (
            run - first < 2
            || upos[first] is not (Upos.Propn or Upos.Noun or Upos.Adj or Upos.Num)
            || (first > 0 && upos[first - 1] == Upos.Propn && char.IsUpper(tokens[first - 1].In(text)[0]))
        )
        {
            return 0;
        }
        for (var i = first; i < run; i++)
        {
            var form = tokens[i].In(text);
            if (!char.IsUpper(form[0]) || !organisations.IsWord(form))
            {
                if (joints.At(form) is Joint.And or Joint.Own || (i > first && joints.At(form) == Joint.Of))
                {
                    return 0;
                }
                continue;
            }
            if (i + 1 == run)
            {
                var onlyPeople =
                    i - first == 1 && places.Find(tokens[first].In(text))?.Kind == PlaceKind.Nationality;
                return i > first && !onlyPeople ? i + 1 : 0;
            }
            if (joints.At(tokens[i + 1].In(text)) == Joint.Of)
            {
                var end = i + 2;
                while (end < run && joints.At(tokens[end].In(text)) is not (Joint.Of or Joint.Own))
                {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    /// <summary>Where a place that begins here ends by its last word ("… River"); 0 where none does.</summary>
    private int Ground(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Passage> tokens,
        ReadOnlySpan<Upos> upos,
        int first
    )
    {
        var end = first;
        while (
            end < tokens.Length
            && char.IsUpper(tokens[end].In(text)[0])
            && upos[end] is Upos.Propn or Upos.Noun or Upos.Adj
        )
        {
            end++;
        }
        return
            end - first > 1
            && grounds.Contains(tokens[end - 1].In(text))
            && (first == 0 || upos[first - 1] != Upos.Propn)
            ? end
            : 0;
    }

    /// <summary>"Kestrian Fisheries Board (KFB)": where capitalised words that spell the acronym in the bracket behind them end; 0 where they do not.</summary>
    private int Bracketed(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, int first)
    {
        var end = Run(text, tokens, first);
        if (
            end + 2 >= tokens.Length
            || text[tokens[end].Start] != '('
            || text[tokens[end + 2].Start] != ')'
            || tokens[end + 1].In(text) is not { Length: >= 2 and <= 8 } acronym
        )
        {
            return 0;
        }
        var at = 0;
        for (var i = first; i < end; i++)
        {
            var initial = text[tokens[i].Start];
            if (at < acronym.Length && char.ToUpperInvariant(initial) == char.ToUpperInvariant(acronym[at]))
            {
                at++;
            }
            else if (i == first || (char.IsUpper(initial) && joints.At(tokens[i].In(text)) == Joint.None))
            {
                return 0;
            }
        }
        return at == acronym.Length && char.IsUpper(acronym[0]) ? end : 0;
    }

    /// <summary>The end of the capitalised words from here, the small words between them included.</summary>
    private int Run(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length)
        {
            var form = tokens[end].In(text);
            var next = end + 1 < tokens.Length ? tokens[end + 1].In(text) : ".";
            if (
                char.IsUpper(form[0])
                || (joints.At(form) is Joint.Own or Joint.Of or Joint.And && char.IsUpper(next[0]))
            )
            {
                end++;
            }
            else if (
                joints.At(form) == Joint.Of
                && joints.At(next) == Joint.The
                && end + 2 < tokens.Length
                && char.IsUpper(tokens[end + 2].In(text)[0])
            )
            {
                end += 2;
            }
            else
            {
                break;
            }
        }
        return end;
    }

    /// <summary>Three to seven capitals and nothing else.</summary>
    internal static bool Acronym(ReadOnlySpan<char> form) =>
        form.Length is >= 3 and <= 7 && !form.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>A sentence in capitals tells nothing by them.</summary>
    private static bool Shouting(ReadOnlySpan<char> text, ReadOnlySpan<Passage> tokens)
    {
        var (words, loud) = (0, 0);
        foreach (var token in tokens)
        {
            var form = token.In(text);
            if (form.Length > 1 && char.IsLetter(form[0]))
            {
                words++;
                loud += char.IsUpper(form[0]) && char.IsUpper(form[^1]) ? 1 : 0;
            }
        }
        return loud * 2 > words && words > 2;
    }
}
