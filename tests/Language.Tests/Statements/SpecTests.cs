using Chancery.Language.Grammar;
using Chancery.Language.Statements;
using Chancery.Terms;

namespace Chancery.Language.Tests.Statements;

/// <summary>Runs the examples of the Markdown files beside this one.</summary>
public class SpecTests
{
    private static readonly Lazy<Coder> Coder = new(() => new Coder(Weights.Read()));

    public static TheoryData<Spec> Specs() =>
        [
            .. Directory
                .EnumerateFiles(Spec.Folder(), "*.md")
                .Where(f => Path.GetFileName(f) != "README.md")
                .Order(StringComparer.Ordinal)
                .SelectMany(Spec.Read),
        ];

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void The_statements_of_the_example_are_found(Spec spec)
    {
        Coding coding = Coder.Value.Code(Articles.Of(spec.Text));

        string expected = string.Join('\n', spec.Expected.Select(e => e.ToString()));
        string found = string.Join('\n', coding.Statements.Select((s, i) => Written(s, coding, spec, i)));

        Assert.True(expected == found, $"{spec}\n{spec.Text}\nexpected:\n{expected}\nfound:\n{found}");
    }

    [Fact]
    public void There_are_at_least_150_examples_and_40_traps_among_them()
    {
        List<Spec> all = [.. Directory.EnumerateFiles(Spec.Folder(), "*.md").SelectMany(Spec.Read)];

        Assert.True(all.Count(s => s.Expected.Count > 0) >= 150);
        Assert.True(all.Count(s => s.Expected.Count == 0) >= 40);
    }

    private static SpecStatement Written(Statement s, Coding coding, Spec spec, int index)
    {
        string Words(Passage? passage) =>
            passage is { } p ? p.In(spec.Text).ToString().ReplaceLineEndings(" ") : "?";
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (s.Stance != Stance.Say)
            notes["stance"] = s.Stance.ToString().ToLowerInvariant();
        if (s.Addressee is not null)
            notes["to"] = Words(s.Addressee);
        if (s.Medium is not null)
            notes["in"] = Words(s.Medium);
        if (s.Through.Count > 0)
            notes["through"] = string.Join(" < ", s.Through.Select(t => Words(t)));
        if (s.Hedges.Count > 0)
            notes["hedge"] = string.Join(", ", s.Hedges.Select(h => Words(h)));
        if (s.Negated)
            notes["not"] = "";
        if (s.Anonymous)
            notes["anonymous"] = "";
        if (s.Translated)
            notes["translated"] = "";
        bool named = index < spec.Expected.Count && spec.Expected[index].Entity is not null;
        return new(
            s.Form.ToString().ToLowerInvariant(),
            Words(s.Speaker),
            Words(s.Cue),
            string.Join(" … ", s.Content.Select(c => Words(c))),
            SpecStatement.Written(notes),
            !named ? null
                : s.SpeakerEntity is { } e ? coding.Entities[e].Name
                : "?"
        );
    }
}
