using Chancery.Gauge;
using Chancery.Language.Grammar;
using Chancery.Training;
using Chancery.Training.Network;
using Chancery.Training.Words;

namespace Chancery.Language.Tests.Grammar;

/// <summary>A language of our own making, verb first, its object marked by an ending: nothing of it stands in the code.</summary>
public sealed class SecondLanguageTests
{
    private static readonly string[] Verbs = ["vidat", "korat", "melat", "tupat"];
    private static readonly string[] Nouns = ["lomo", "siro", "baku", "teni", "gavo", "nuri"];
    private static readonly string[] Qualities = ["zilu", "fene"];

    private static string Sentence(int seed)
    {
        var verb = Verbs[seed % 4];
        var subject = Nouns[seed % 6];
        var quality = Qualities[seed % 2];
        var target = Nouns[(seed * 5 + 1) % 6] + "n";
        return $"""
            1\t{verb}\t{verb}\tVERB\tV\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
            2\t{subject}\t{subject}\tNOUN\tN\tCase=Nom|Number=Sing\t1\tnsubj\t_\t_
            3\t{quality}\t{quality}\tADJ\tA\t_\t4\tamod\t_\t_
            4\t{target}\t{target[..^1]}\tNOUN\tN\tCase=Acc|Number=Sing\t1\tobj\t_\tSpaceAfter=No
            5\t.\t.\tPUNCT\tZ\t_\t1\tpunct\t_\t_


            """.Replace("\\t", "\t", StringComparison.Ordinal);
    }

    private static Parser Train()
    {
        using var reader = new StringReader(string.Concat(Enumerable.Range(0, 60).Select(Sentence)));
        var recipe = new Recipe
        {
            Size = 32,
            Layers = 2,
            Arc = 32,
            Label = 32,
            NameUnits = 32,
            Epochs = 20,
            Warm = 10,
            Batch = 60,
            Rate = 0.01f,
            Dropout = 0.1f,
            Version = "toy-1",
        };
        var core = new Core(recipe, Vectors.None, [.. GrammarGold.Sentences(reader)], [], "xx");
        byte[] weights = [];
        core.Train((_, written) => weights = written);
        return Parser.Load("xx", weights);
    }

    [Fact]
    public void A_second_language_is_its_treebank_and_nothing_else()
    {
        var parser = Train();
        var parse = parser.Parse("Tupat gavo fene lomon.");
        Assert.Equal("toy-1", parser.Version);
        Assert.Equal([Upos.Verb, Upos.Noun, Upos.Adj, Upos.Noun, Upos.Punct], parse.Upos.ToArray());
        Assert.Equal([-1, 0, 3, 0, 0], parse.Heads.ToArray());
        Assert.Equal(
            [Relation.Root, Relation.Nsubj, Relation.Amod, Relation.Obj, Relation.Punct],
            parse.Relations.ToArray()
        );
        Assert.Equal("lomo", parse.Lemma(3));
        Assert.Equal(Case.Acc, parse.Features[3].Case);
    }
}
