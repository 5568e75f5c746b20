using Chancery.Terms;

namespace Chancery.Language.Tests.Statements;

/// <summary>Articles made for a test.</summary>
internal static class Articles
{
    public static Article Of(string text) =>
        new()
        {
            Id = ArticleId.Of("test", "", text),
            Key = "test",
            Capture = Digest.Of([]),
            Reader = "test",
            Outlet = "courier.example",
            Headline = "",
            Language = "en",
            Text = text,
            Blocks = [],
        };
}
