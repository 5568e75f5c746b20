using Chancery.Desk.Checking;
using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>Finds what an article asserts, and by whom.</summary>
internal sealed class Claims(Cast cast, Outlets outlets, Peoples peoples)
{
    /// <summary>Fewer words of content than this say nothing that could be set against anything.</summary>
    private const int Fewest = 3;

    /// <summary>What is said not to be so may be short: "a ceasefire was not discussed".</summary>
    private const int FewestDenied = 2;

    private const int LongestDescription = 4;

    /// <summary>A negation turns round the next word of content: what is not there, not done or not meant.</summary>
    private const int Governed = 1;

    /// <summary>The sentences of an opening that an outlet's own account stands in.</summary>
    private const int Opening = 10;

    public IEnumerable<Claim> In(Coded coded)
    {
        var text = coded.Article.Text;
        var outlet = outlets.Name(coded.Article);
        foreach (var statement in coded.Coding.Statements)
        {
            if (
                statement.Content.Count == 0
                || !IsAsserted(statement)
                || !statement.Content.All(part => part.FitsIn(text))
            )
            {
                continue;
            }
            // Whom nobody can name is heard by his description, else through the outlet.
            var who = cast.Of(coded, statement)?.Speaker;
            var name = who?.Later ?? Described(coded, statement) ?? outlet;
            foreach (var place in Places(coded, statement))
            {
                var sentence = Sentence(
                    coded,
                    statement.Form == StatementForm.Direct ? place : statement.Evidence
                );
                var claim = Of(coded, place, sentence, name, who?.Key ?? name) with
                {
                    Actor = who?.Actor,
                    Told = who is null && name == outlet,
                    Stance = statement.Stance,
                };
                // "Denied that P" says not-P; "did not say that P" says nothing of P.
                claim = claim with
                {
                    Negative = claim.Negative ^ (statement.Stance == Stance.Deny),
                };
                if (!statement.Negated && IsEnough(claim))
                {
                    yield return claim;
                }
            }
        }
        foreach (
            var sentence in coded
                .Coding.Sentences.Take(Opening)
                .Where(one => one.FitsIn(text) && !English.IsBylined(one.In(text)))
        )
        {
            var said = coded.Coding.Statements.Any(statement =>
                IsAsserted(statement) && statement.Evidence.Overlaps(sentence)
            );
            var claim = Of(coded, sentence, sentence, outlet, outlet) with { Told = true };
            if (!said && outlet.Length > 0 && IsEnough(claim))
            {
                yield return claim;
            }
        }
    }

    private static bool IsEnough(Claim claim) =>
        claim.Stance == Stance.Deny
        || claim.Stems.Count >= (claim.Negative && !claim.Told ? FewestDenied : Fewest);

    /// <summary>A report is one claim; of words quoted each sentence is one: a whole speech is like any other.</summary>
    private static IEnumerable<Passage> Places(Coded coded, Statement statement) =>
        statement.Form != StatementForm.Direct
            ? [statement.Content[0]]
            : statement.Content.SelectMany(part =>
                coded
                    .Coding.Sentences.Where(sentence => sentence.Overlaps(part))
                    .Select(sentence =>
                        Passage.Between(
                            Math.Max(sentence.Start, part.Start),
                            Math.Min(sentence.End, part.End)
                        )
                    )
            );

    /// <summary>A short description that opens with a name ("Orsan officials"); null for any other words.</summary>
    private static string? Described(Coded coded, Statement statement) =>
        statement.Speaker is { } passage
        && passage.FitsIn(coded.Article.Text)
        && passage.In(coded.Article.Text).ToString() is { Length: > 0 } words
        && char.IsUpper(words[0])
        && Words.Count(words) is > 1 and <= LongestDescription
        && !English.Leans(words)
            ? words
            : null;

    /// <summary>What is said or denied; what is offered, refused or asked is an act, and the sentence tells of it.</summary>
    private static bool IsAsserted(Statement statement) =>
        statement.Stance == Stance.Deny
        || statement.Stance is Stance.Say or Stance.Confirm or Stance.Accuse
            && (statement.Form != StatementForm.Indirect || English.IsSaying(statement.CueLemma));

    private Claim Of(Coded coded, Passage place, Passage sentence, string speaker, string key)
    {
        var words = place.In(coded.Article.Text).ToString();
        var tokens = Tokens.Of(words);
        var negations = WordLists
            .Negations.In(tokens)
            .Where(found => found.Means is "not" or "stance" or "near")
            .ToList();
        var content = tokens
            .Where(
                (token, i) =>
                    token.Kind == TokenKind.Word
                    && token.Folded.Length > 2
                    && !WordLists.Function.Contains(token.Folded)
                    && !negations.Exists(found => i >= found.At && i < found.End)
            )
            .ToList();
        return new Claim(
            coded,
            place,
            sentence,
            speaker,
            key,
            null,
            Stance.Say,
            negations.Exists(found => found.Means is "not" or "stance"),
            negations
                .Where(found => found.Means is "not" or "stance")
                .SelectMany(found =>
                    tokens
                        .Skip(found.End)
                        .Where(token =>
                            token.Kind == TokenKind.Word && !WordLists.Function.Contains(token.Folded)
                        )
                        .Take(Governed)
                )
                .Select(peoples.Stem)
                .ToHashSet(StringComparer.Ordinal),
            content.Select(peoples.Stem).ToHashSet(StringComparer.Ordinal),
            content
                .Where((token, i) => token.Capital && (i > 0 || token.Start > 0))
                .Select(peoples.Stem)
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    private static Passage Sentence(Coded coded, Passage evidence)
    {
        var touched = coded.Coding.Sentences.Where(sentence => sentence.Overlaps(evidence)).ToList();
        return touched.Count == 0
            ? evidence
            : Passage.Between(
                Math.Min(evidence.Start, touched[0].Start),
                Math.Max(evidence.End, touched[^1].End)
            );
    }
}
