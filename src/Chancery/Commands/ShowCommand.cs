using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Press.Files;
using Chancery.Reading.Pages;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Codings;
using Chancery.Record.Issues;
using Chancery.Record.Stories;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Shows one thing of the record.</summary>
public static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name")
        {
            Description =
                "An article's id or address, a story's id, or an issue as watch/week (ukraine/2025-05-16).",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "show",
            "Shows an article with what was found in it, a story with its articles, or an issue. Exit code 1: there is none of that name.",
            "chancery show 3f2a9c01d4e5b677",
            "chancery show https://wire.example/story",
            "chancery show ukraine/2025-05-16"
        )
        {
            name,
            json,
            desk,
        };
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            var wanted = result.GetValue(name)!;
            var text =
                Issue(store, wanted, result.GetValue(json))
                ?? Story(store, wanted, result.GetValue(json))
                ?? Article(store, wanted, result.GetValue(json))
                ?? throw new MisuseException(
                    Exit.Nothing,
                    $"The desk has no article, story or issue named “{wanted}”."
                );
            result.InvocationConfiguration.Output.WriteLine(text);
            return Exit.Done;
        });
        return command;
    }

    private static string? Issue(Store store, string name, bool json)
    {
        if (
            name.Split('/') is not [var watch, var day]
            || !DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var week
            )
            || IssueShelf.Find(store, watch, week) is not { } issue
        )
        {
            return null;
        }
        return json ? IssueFile.Write(issue) : PlainIssue.Write(issue, id => ArticleShelf.Find(store, id));
    }

    private static string? Story(Store store, string name, bool json)
    {
        if (StoryShelf.Find(store, name) is not { Articles.Count: > 1 } story)
        {
            return null;
        }
        if (json)
        {
            return JsonSerializer.Serialize(story, TermsJson.Story);
        }
        var lines = story.Articles.Select(id =>
        {
            var article = ArticleShelf.Find(store, id)!;
            return $"{id}  {Date(article), -17} {article.Outlet, -24} {article.Headline}";
        });
        return string.Join('\n', lines.Prepend($"Story {story.Id}: {story.Articles.Count} articles"));
    }

    private static string? Article(Store store, string name, bool json)
    {
        var article = ArticleShelf.Find(store, new ArticleId(name));
        var versions = ArticleShelf.Versions(store, article?.Key ?? Address.Canonical(name));
        article ??= (versions.Count > 0 ? versions[0] : null);
        if (article is null)
        {
            return null;
        }
        if (json)
        {
            return JsonSerializer.Serialize(article, TermsJson.Article);
        }
        var coding = CodingShelf.Find(store, article.Id, Weights.Coder().Version);
        string[] head =
        [
            article.Headline,
            .. article.Dek is { } dek ? new[] { dek } : [],
            string.Join(
                " · ",
                new[]
                {
                    article.Outlet,
                    string.Join(", ", article.Authors),
                    article.Agency,
                    Date(article),
                }.Where(part => !string.IsNullOrEmpty(part))
            ),
            $"{article.Key}  version {article.Id}"
                + (
                    versions.Count > 1
                        ? $" ({versions.Count} versions: {string.Join(", ", versions.Select(version => version.Id))})"
                        : ""
                ),
            "",
            article.Text,
        ];
        return string.Join('\n', head.Concat(coding is null ? [] : Statements(article, coding)));
    }

    private static IEnumerable<string> Statements(Article article, Coding coding) =>
        coding.Statements.Count == 0
            ? []
            : coding
                .Statements.Select(statement =>
                    $"  {Words(article, statement.Speaker) ?? "(open)"} | {Words(article, statement.Cue) ?? "-"} | {string.Join(" … ", statement.Content.Select(part => Words(article, part)))}"
                )
                .Prepend($"\nStatements ({coding.Coder}): speaker | cue | content");

    private static string? Words(Article article, Passage? passage) =>
        passage is { } place ? place.In(article.Text).ToString().ReplaceLineEndings(" ") : null;

    private static string? Date(Article article) =>
        article.Published?.At.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
