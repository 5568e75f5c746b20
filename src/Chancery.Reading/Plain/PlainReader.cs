using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>Text saved or pasted from a page becomes an article: the article alone, without furniture and teasers.</summary>
public static class PlainReader
{
    public static Verdict Read(Capture capture)
    {
        string text = PageEncoding.Decode(capture.Body.Span, capture.MediaType);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Verdict.Discard(capture.Digest, new Reason("empty", $"{capture.Origin} is empty."));
        }

        CleanText clean = PlainText.Clean(text);
        return new Verdict.Keep(ArticleBuilder.Build(capture, new Facts { Cuts = clean.Cuts }, clean.Pieces));
    }
}
