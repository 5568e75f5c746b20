namespace Chancery.Language.Grammar;

public enum Tense : byte
{
    None,
    Past,
    Pres,
    Fut,
    Imp,
    Pqp,
}

public enum Voice : byte
{
    None,
    Act,
    Pass,
    Mid,
}

public enum Number : byte
{
    None,
    Sing,
    Plur,
    Dual,
    Ptan,
    Coll,
}

public enum Polarity : byte
{
    None,
    Pos,
    Neg,
}

public enum Mood : byte
{
    None,
    Ind,
    Imp,
    Cnd,
    Sub,
    Opt,
    Jus,
    Pot,
    Nec,
}

public enum VerbForm : byte
{
    None,
    Fin,
    Inf,
    Part,
    Ger,
    Conv,
    Sup,
    Vnoun,
    Gdv,
}

public enum Person : byte
{
    None,
    First,
    Second,
    Third,
    Zero,
}

public enum Case : byte
{
    None,
    Nom,
    Acc,
    Gen,
    Dat,
    Ins,
    Loc,
    Voc,
    Abl,
}

public enum Gender : byte
{
    None,
    Masc,
    Fem,
    Neut,
    Com,
}

public enum Degree : byte
{
    None,
    Pos,
    Cmp,
    Sup,
    Abs,
    Equ,
}

#pragma warning disable CA1720 // "Int" is UD's label for interrogatives.
public enum PronType : byte
{
    None,
    Prs,
    Art,
    Dem,
    Int,
    Rel,
    Ind,
    Neg,
    Tot,
    Rcp,
    Emp,
    Exc,
}
#pragma warning restore CA1720

public enum Definite : byte
{
    None,
    Ind,
    Def,
    Cons,
    Spec,
    Com,
}

public enum NumType : byte
{
    None,
    Card,
    Ord,
    Frac,
    Mult,
    Dist,
    Range,
    Sets,
}

/// <summary>The universal features of one word (universaldependencies.org/u/feat), four bits each.</summary>
public readonly record struct Features(ulong Bits)
{
    public Tense Tense => (Tense)At(0);
    public Voice Voice => (Voice)At(1);
    public Number Number => (Number)At(2);
    public Polarity Polarity => (Polarity)At(3);
    public Mood Mood => (Mood)At(4);
    public VerbForm VerbForm => (VerbForm)At(5);
    public Person Person => (Person)At(6);
    public Case Case => (Case)At(7);
    public Gender Gender => (Gender)At(8);
    public Degree Degree => (Degree)At(9);
    public PronType PronType => (PronType)At(10);
    public Definite Definite => (Definite)At(11);
    public NumType NumType => (NumType)At(12);

    /// <summary>True for possessives ("his").</summary>
    public bool Poss => At(13) != 0;

    /// <summary>True for reflexives ("himself").</summary>
    public bool Reflex => At(14) != 0;

    private ulong At(int field) => (Bits >> (4 * field)) & 15;

    /// <summary>Reads the FEATS column of CoNLL-U ("Number=Sing|Person=3"); features not kept here are passed over, of several values the first counts.</summary>
    public static Features Read(string feats)
    {
        var bits = 0UL;
        foreach (var pair in feats.Split('|'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                var name = pair[..equals];
                var value = pair[(equals + 1)..].Split(',')[0];
                var (field, index) = FeatureNames.Read(name, value);
                bits |= field < 0 ? 0 : (ulong)index << (4 * field);
            }
        }
        return new Features(bits);
    }
}
