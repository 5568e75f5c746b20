using System.Text;
using Chancery.Press.Files;
using Chancery.Press.Templates;
using Chancery.Terms;

namespace Chancery.Press.Mail;

/// <summary>What the newsletter says.</summary>
public static class IssueMail
{
    /// <summary>Mail programs cut what is longer than 102 kB; the rest of the mail needs some of that.</summary>
    private const int LongestHtml = 95_000;

    /// <param name="issue">The issue.</param>
    /// <param name="watch">Its watch.</param>
    /// <param name="articles">The articles that it cites.</param>
    /// <param name="corrections">Corrections of earlier issues since the last mailing.</param>
    /// <param name="now">An issue that is released later than this is sent under embargo.</param>
    public static async Task<MailContent> Write(
        Issue issue,
        Watch watch,
        IReadOnlyDictionary<ArticleId, Article> articles,
        IReadOnlyList<(Issue Issue, Correction Correction)> corrections,
        DateTimeOffset now
    )
    {
        issue = issue with { Alternatives = [], Offered = [] };
        var embargo = issue.Release > now ? issue.Release : null;
        var leave = ReaderAddresses.Leave(watch, MailContent.Token);
        await using var rendering = new Rendering();
        var parameters = new Dictionary<string, object?>
        {
            ["Issue"] = issue,
            ["Watch"] = watch,
            ["Notes"] = Notes.Of(issue, watch, articles),
            ["Leave"] = leave,
            ["Embargo"] = embargo,
            ["Corrections"] = corrections,
        };
        var html = await rendering.Of<MailIssue>(parameters);
        if (Encoding.UTF8.GetByteCount(html) > LongestHtml)
        {
            parameters["Short"] = true;
            html = await rendering.Of<MailIssue>(parameters);
        }
        return new MailContent(
            $"{(embargo is null ? "" : "Embargoed: ")}{issue.Name}: {issue.Title.Text}",
            Plain(issue, watch, articles, corrections, embargo, leave),
            html,
            ReaderAddresses.OneClick(watch, MailContent.Token),
            ReaderAddresses.List(watch)
        );
    }

    /// <summary>The mail that asks whether an address may be mailed.</summary>
    public static async Task<MailContent> Question(Watch watch)
    {
        var confirm =
            ReaderAddresses.Confirm(watch, MailContent.Token)
            ?? throw new ArgumentException(
                "The watch says nowhere where readers are answered.",
                nameof(watch)
            );
        await using var rendering = new Rendering();
        var html = await rendering.Of<MailQuestion>(new() { ["Watch"] = watch, ["Confirm"] = confirm });
        var text = $"""
            Somebody, you we hope, asked for {watch.Name} at this address.

            To confirm it, open this page and press its button:
            {confirm}

            If it was not you, do nothing: nothing more comes, and the address is forgotten.

            {watch.Press.Mail?.Postal}
            """;
        return new MailContent($"Confirm your address for {watch.Name}", text, html, null, null);
    }

    private static string Plain(
        Issue issue,
        Watch watch,
        IReadOnlyDictionary<ArticleId, Article> articles,
        IReadOnlyList<(Issue Issue, Correction Correction)> corrections,
        DateTimeOffset? embargo,
        string? leave
    )
    {
        var text = new StringBuilder();
        if (embargo is { } until)
            text.Append("EMBARGOED until ").Append(Printed.Moment(until)).Append(".\n\n");
        foreach (var (corrected, correction) in corrections)
            text.Append("Correction, ")
                .Append(Printed.Day(DateOnly.FromDateTime(correction.At.UtcDateTime)))
                .Append(", on “")
                .Append(corrected.Title.Text)
                .Append("”: ")
                .Append(correction.Text)
                .Append("\n\n");
        text.Append(PlainIssue.Write(issue, id => articles.GetValueOrDefault(id)));
        text.Append("\n-- \n");
        if (watch.Press.Site is { } site)
            text.Append("On the site: ")
                .Append(Addresses.Absolute(site, Addresses.PathOf(issue)))
                .Append('\n');
        if (leave is not null)
            text.Append("You asked for ")
                .Append(issue.Name)
                .Append(" and confirmed it. Unsubscribe: ")
                .Append(leave)
                .Append('\n');
        return text.Append(watch.Press.Mail?.Postal).ToString().TrimEnd() + "\n";
    }
}
