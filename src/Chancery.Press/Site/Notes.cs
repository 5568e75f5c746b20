using Chancery.Terms;

namespace Chancery.Press;

/// <summary>The numbered notes of one issue: a passage that is cited twice keeps its number.</summary>
public sealed class Notes
{
    private readonly Dictionary<Citation, Note> _words = [];
    private readonly Dictionary<Line, IReadOnlyList<Note>> _ofLine = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Line> _first = [];
    private readonly List<Note> _all = [];
    private readonly Dictionary<Line, (int Number, Correction Correction)> _corrected = new(
        ReferenceEqualityComparer.Instance
    );

    private Notes() { }

    public IReadOnlyList<Note> All => _all;

    /// <summary>Where a note's way back leads: the first line that bears it.</summary>
    public bool IsFirst(Line line, Note note) => ReferenceEquals(_first.GetValueOrDefault(note.Number), line);

    /// <summary>Empty for an opinion, whose signature stands in the text.</summary>
    public IReadOnlyList<Note> Of(Line line) => _ofLine.GetValueOrDefault(line, []);

    /// <summary>The correction that changed a line last, and its number in the issue, from 1.</summary>
    public (int Number, Correction Correction)? CorrectionOf(Line line) =>
        _corrected.TryGetValue(line, out var found) ? found : null;

    /// <summary>The outlets behind some lines, each once, in order.</summary>
    public IEnumerable<string> OutletsOf(IEnumerable<Line> lines) =>
        lines.SelectMany(Of).OfType<Note.Words>().Select(n => n.Outlet).Where(o => o.Length > 0).Distinct();

    public static Notes Of(Issue issue, Watch watch, IReadOnlyDictionary<ArticleId, Article> articles) =>
        Of(issue, watch, id => articles.GetValueOrDefault(id));

    public static Notes Of(Issue issue, Watch watch, Func<ArticleId, Article?> find)
    {
        var articles = new Dictionary<ArticleId, Article?>();

        var names = watch
            .Outlets.SelectMany(o => o.Domains.Select(d => (Domain: d, o.Name)))
            .DistinctBy(p => p.Domain, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p.Domain, p => p.Name, StringComparer.OrdinalIgnoreCase);
        var notes = new Notes();
        foreach (var line in issue.Lines())
        {
            notes._ofLine[line] = line switch
            {
                Line.Cited cited =>
                [
                    .. cited.Citations.Distinct().Select(c => notes.Word(c, Read(c.Article), names)),
                ],
                Line.Absence absence => [notes.Add(n => new Note.Looked(n, absence))],
                _ => [],
            };
            foreach (var note in notes._ofLine[line])
                notes._first.TryAdd(note.Number, line);
        }
        var lines = issue.Lines().ToList();
        foreach (var (correction, i) in issue.Corrections.Select((c, i) => (c, i)))
        foreach (var change in correction.Changes)
            if (change.Line is { } line && line >= 0 && line < lines.Count)
                notes._corrected[lines[line]] = (i + 1, correction);
        return notes;

        Article? Read(ArticleId id) =>
            articles.TryGetValue(id, out var known) ? known : articles[id] = find(id);
    }

    private Note Word(Citation citation, Article? source, Dictionary<string, string> names)
    {
        if (_words.TryGetValue(citation, out var known))
            return known;
        var outlet = source is null ? "" : names.GetValueOrDefault(source.Outlet, source.Outlet);
        return _words[citation] = Add(n => new Note.Words(n, citation, outlet, source));
    }

    private Note Add(Func<int, Note> make)
    {
        var note = make(_all.Count + 1);
        _all.Add(note);
        return note;
    }
}
