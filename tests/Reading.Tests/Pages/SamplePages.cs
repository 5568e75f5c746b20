using System.Text;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Pages;

/// <summary>Pages of invented outlets about invented countries.</summary>
internal static class SamplePages
{
    public const string First =
        "Delegations from Norrland and Ostmark met in Port Velin on Tuesday for a second round of talks about the closed strait.";
    public const string Second =
        "“We came with a map and we leave with a calendar,” said Ilse Brandt, who leads the Norrland delegation, after six hours.";
    public const string Third =
        "Ostmark's negotiator declined to name a date, but called the atmosphere better than in the spring, when the talks broke off.";
    public const string Teaser =
        "Farmers in the southern valleys say that the harvest of sugar beets will be the smallest in twenty years of records.";

    public static string Article(string head = "", string body = "", string around = "") =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title>Talks on the strait resume in Port Velin | The Velin Courier</title>
            <meta property="og:site_name" content="The Velin Courier">{head}</head>
            <body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <article><h1>Talks on the strait resume in Port Velin</h1>
            <p class="byline">By Mara Lindqvist</p>
            <div class="article-body"><p>{First}</p><p>{Second}</p>{body}<p>{Third}</p></div></article>
            {around}
            <footer><p>The Velin Courier is published by Courier House, Harbour Street 4, Port Velin. All rights reserved.</p></footer>
            </body></html>
            """;

    public static Verdict Read(
        string html,
        string? address = "https://www.velincourier.example/world/strait-talks"
    ) =>
        PageReader.Read(
            Capture.Of(
                Encoding.UTF8.GetBytes(html),
                "text/html; charset=utf-8",
                address,
                "sample.html",
                DateTimeOffset.UnixEpoch
            )
        );

    public static Article Kept(Verdict verdict) => Assert.IsType<Verdict.Keep>(verdict).Article;

    public static Reason Refused(Verdict verdict) => Assert.IsType<Verdict.Discard>(verdict).Why;
}
