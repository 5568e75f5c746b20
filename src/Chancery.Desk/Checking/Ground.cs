using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>A cited line with all that it stands on: what every rule reads.</summary>
internal sealed class Ground
{
    public Ground(
        Line.Cited line,
        Issue issue,
        WatchNames known,
        IReadOnlyList<Source> sources,
        string? lastSpeaker
    )
    {
        Line = line;
        Issue = issue;
        Known = known;
        Sources = sources;
        LastSpeaker = lastSpeaker;
        Quotations = QuotationMarks.Of(line.Text, out var unclosed);
        Unclosed = unclosed;
        Bare = Without(line.Text, Quotations);
        Tokens = Checking.Tokens.Of(Bare);
        Dates = DateMention.In(Tokens);
    }

    public Line.Cited Line { get; }

    public Issue Issue { get; }

    public Watch? Watch => Known.Watch;

    public WatchNames Known { get; }

    /// <summary>The citations that hold.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Who spoke last in the lines before, in the same item: whom "he said" means.</summary>
    public string? LastSpeaker { get; }

    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Where a quotation mark opens that nothing closes; -1 where none does.</summary>
    public int Unclosed { get; }

    /// <summary>The line with blanks in place of quoted words: these are held against the passages letter by letter.</summary>
    public string Bare { get; }

    /// <summary>The tokens of <see cref="Bare"/>.</summary>
    public List<Token> Tokens { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    private static string Without(string text, IReadOnlyList<Quotation> quotations)
    {
        var bare = text.ToCharArray();
        foreach (var quotation in quotations)
            bare.AsSpan(quotation.Start + 1, quotation.End - quotation.Start - 2).Fill(' ');
        return new string(bare);
    }
}
