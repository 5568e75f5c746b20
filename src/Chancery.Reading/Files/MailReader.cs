using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Feeds;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Terms;
using Capture = Chancery.Terms.Capture;

namespace Chancery.Reading.Files;

/// <summary>Newsletters, and pages that a browser saved as one file.</summary>
internal static partial class MailReader
{
    /// <summary>Characters below which a plain part is only a pointer to the page ("view this in your browser").</summary>
    private const int PlainEnough = 400;

    /// <summary>A newsletter: its subject is the headline, its sender the outlet.</summary>
    public static Verdict Newsletter(Capture capture)
    {
        var message = MimePart.Read(capture.Body);
        var texts = message.All().Where(part => part.Parts.Count == 0 && !part.IsAttachment).ToList();
        var plain = texts.FirstOrDefault(part => part.MediaType == "text/plain");
        var html = texts.FirstOrDefault(part => part.MediaType == "text/html");
        var text = plain is null ? "" : PageEncoding.Decode(plain.Body(), plain.TypeWithCharset);
        if (text.Trim().Length < PlainEnough && html is not null)
            text = Fragment.Text(PageEncoding.Decode(html.Body(), html.TypeWithCharset), null);
        if (string.IsNullOrWhiteSpace(text))
            return new Verdict.Discard(
                capture.Digest,
                new Reason("mail-empty", $"{capture.Origin} is a message without a text to read.")
            );
        var sender = Sender().Match(message["From"] ?? "");
        var clean = PlainText.Clean(text);
        var facts = new Facts
        {
            Headline = message["Subject"] ?? "",
            Outlet = sender.Groups["domain"].Success
                ? Address.Outlet($"https://{sender.Groups["domain"].Value}/")
                : null,
            Address = message["Archived-At"]?.Trim('<', '>'),
            Published = message["Date"] is { } date ? FeedDate.Parse(date) : null,
            DeclaredLanguage = message["Content-Language"],
            Captions = clean.Captions,
            Cuts = clean.Cuts,
            Partial = clean.Partial,
        };
        return new Verdict.Keep(ArticleBuilder.Build(capture, facts, clean.Pieces));
    }

    /// <summary>MHTML: the page is the root part, its address the root's.</summary>
    public static Verdict WebArchive(Capture capture)
    {
        var message = MimePart.Read(capture.Body);
        var root = message
            .All()
            .FirstOrDefault(part => part.MediaType is "text/html" or "application/xhtml+xml");
        if (root is null)
            return new Verdict.Discard(
                capture.Digest,
                new Reason("mhtml-empty", $"{capture.Origin} is a saved page without the page.")
            );
        var address = message["Snapshot-Content-Location"] ?? root["Content-Location"];
        return PageReader.Read(
            capture with
            {
                Body = root.Body(),
                MediaType = root.TypeWithCharset,
                Address = capture.Address ?? address,
            }
        );
    }

    [GeneratedRegex(@"[\w.+-]+@(?<domain>[\w-]+(?:\.[\w-]+)+)")]
    private static partial Regex Sender();
}
