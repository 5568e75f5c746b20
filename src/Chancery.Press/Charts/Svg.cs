using System.Globalization;
using System.Net;
using System.Text;

namespace Chancery.Press.Charts;

/// <summary>
/// A drawing as SVG 1.1 that reads without script, style sheet or web font: in a page, in a mail, saved alone. Letters and rules take the
/// colour of the text around them, so that it reads on dark paper too.
/// </summary>
internal sealed class Svg(int width, int height, string title, string description)
{
    public const string Cooperation = "#2b6cb0";
    public const string Conflict = "#b7432f";

    private readonly StringBuilder body = new();

    public void Text(
        double x,
        double y,
        string text,
        string anchor = "start",
        int size = 12,
        string? fill = null
    ) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{fill ?? "currentColor"}\">{Encoded(text)}</text>\n"
        );

    /// <param name="name">Read out, and shown under the pointer.</param>
    public void Box(
        double x,
        double y,
        double w,
        double h,
        string fill,
        double opacity = 1,
        string? name = null
    ) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\" fill=\"{fill}\" fill-opacity=\"{opacity:0.##}\">{(name is null ? "" : $"<title>{Encoded(name)}</title>")}</rect>\n"
        );

    public void Line(double x1, double y1, double x2, double y2) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"currentColor\" stroke-opacity=\"0.3\"/>\n"
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"100%\" style=\"max-width:{width}px;height:auto\" role=\"img\" aria-label=\"{Encoded(title)}: {Encoded(description)}\" font-family=\"Georgia, 'Times New Roman', serif\">\n<title>{Encoded(title)}</title>\n<desc>{Encoded(description)}</desc>\n{body}</svg>"
        );

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
