using Chancery.Terms;

namespace Chancery.Press;

/// <summary>The numbered notes of one issue: a passage that is cited twice keeps its number.</summary>
public sealed class Notes
{
    private readonly Dictionary<Citation, Note> _words = [];
    private readonly Dictionary<Line, IReadOnlyList<Note>> _ofLine = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Line> _first = [];
    private readonly List<Note> _all = [];

    private Notes() { }

    public IReadOnlyList<Note> All => _all;

    /// <summary>Where a note's way back leads: the first line that bears it.</summary>
    public bool IsFirst(Line line, Note note) => ReferenceEquals(_first.GetValueOrDefault(note.Number), line);

    /// <summary>Empty for an opinion, whose signature stands in the text.</summary>
    public IReadOnlyList<Note> Of(Line line) => _ofLine.GetValueOrDefault(line, []);

    /// <summary>The outlets behind some lines, each once, in order.</summary>
    public IEnumerable<string> OutletsOf(IEnumerable<Line> lines) =>
        lines.SelectMany(Of).OfType<Note.Words>().Select(n => n.Outlet).Where(o => o.Length > 0).Distinct();

    public static Notes Of(Issue issue, Watch watch, IReadOnlyDictionary<ArticleId, Article> articles)
    {
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
                    .. cited.Citations.Distinct().Select(c => notes.Word(c, articles, names)),
                ],
                Line.Absence absence => [notes.Add(n => new Note.Looked(n, absence))],
                _ => [],
            };
            foreach (var note in notes._ofLine[line])
                notes._first.TryAdd(note.Number, line);
        }
        return notes;
    }

    private Note Word(
        Citation citation,
        IReadOnlyDictionary<ArticleId, Article> articles,
        Dictionary<string, string> names
    )
    {
        if (_words.TryGetValue(citation, out var known))
            return known;
        var source = articles.GetValueOrDefault(citation.Article);
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
