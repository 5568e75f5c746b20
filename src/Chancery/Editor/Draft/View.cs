using Chancery.Desk.Editing;
using Microsoft.AspNetCore.WebUtilities;

namespace Chancery.Editor.Draft;

/// <summary>What of a draft is looked at: the line at hand and what stands beside the text.</summary>
/// <param name="Place">Whose draft.</param>
/// <param name="Line">The line at hand; null where there is none.</param>
/// <param name="Pane">What stands beside: "state", "line", "add", "history", "picture" or "approve".</param>
/// <param name="Note">Which of the line's citations is open, from 0.</param>
/// <param name="Query">What is looked for in the pane.</param>
/// <param name="Article">The article that words are chosen from, where some are.</param>
public sealed record View(
    Place Place,
    string? Line = null,
    string Pane = "state",
    int Note = 0,
    string Query = "",
    string? Article = null
)
{
    /// <summary>"/draft/demo/2026-03-06": every address of this draft begins so.</summary>
    public string Base => $"/draft/{Place}";

    /// <summary>This view as an address.</summary>
    public string Address
    {
        get
        {
            var query = new Dictionary<string, string?>();
            if (Line is not null)
            {
                query["line"] = Line;
            }
            if (Pane != (Line is null ? "state" : "line"))
            {
                query["pane"] = Pane;
            }
            if (Note > 0)
            {
                query["note"] = $"{Note}";
            }
            if (Query.Length > 0)
            {
                query["q"] = Query;
            }
            if (Article is not null)
            {
                query["article"] = Article;
            }
            return QueryHelpers.AddQueryString(Base, query) + (Line is null ? "" : $"#line-{Line}");
        }
    }

    /// <summary>A line taken in hand, with one of its citations beside it.</summary>
    public string At(DraftLine line, int note = 0) => new View(Place, line.Id, "line", note).Address;

    /// <summary>Another pane; the line stays in hand.</summary>
    public string With(string pane) => new View(Place, Line, pane).Address;

    public static View Of(Place place, HttpContext context)
    {
        var query = context.Request.Query;
        var line = query["line"].ToString() is { Length: > 0 and < 40 } id ? id : null;
        return new View(
            place,
            line,
            query["pane"].ToString() is { Length: > 0 and < 20 } pane ? pane
                : line is null ? "state"
                : "line",
            int.TryParse(query["note"], out var note) ? Math.Clamp(note, 0, 99) : 0,
            query["q"].ToString() is { Length: < 200 } words ? words.Trim() : "",
            query["article"].ToString() is { Length: > 0 and < 40 } article ? article : null
        );
    }
}
