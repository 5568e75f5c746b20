using System.Globalization;
using System.Text;
using Chancery.Press.Mail;
using Chancery.Record.Subscribers;

namespace Chancery.Newsletter;

/// <summary>Readers as CSV (RFC 4180): address, name, state, confirmed. Other columns of an import are passed over.</summary>
internal static class SubscriberCsv
{
    private static readonly string[] AddressNames = ["address", "email", "e-mail", "mail"];

    public static string Write(IEnumerable<Subscriber> subscribers)
    {
        var csv = new StringBuilder("address,name,state,asked,confirmed,ended\r\n");
        foreach (var reader in subscribers)
            csv.AppendJoin(
                    ',',
                    new[]
                    {
                        reader.Address,
                        reader.Name,
                        reader.State.ToString().ToLowerInvariant(),
                        At(reader.AskedAt),
                        At(reader.ConfirmedAt),
                        At(reader.EndedAt),
                    }.Select(Cell)
                )
                .Append("\r\n");
        return csv.ToString();
    }

    /// <summary>The readers of a file, and what is wrong in it, with its line.</summary>
    public static (
        IReadOnlyList<(Mailbox Reader, DateTimeOffset? ConfirmedAt)> Readers,
        IReadOnlyList<string> Mistakes
    ) Read(string text)
    {
        var readers = new List<(Mailbox, DateTimeOffset?)>();
        var mistakes = new List<string>();
        int address = 0,
            name = -1,
            confirmed = -1,
            state = -1;
        foreach (var (row, line) in Rows(text))
        {
            var keys = row.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
            if (line == 1 && keys.FindIndex(AddressNames.Contains) is >= 0 and var found)
            {
                (address, name) = (found, keys.IndexOf("name"));
                (confirmed, state) = (keys.IndexOf("confirmed"), keys.IndexOf("state"));
                continue;
            }
            // An export of ours: only those who wanted it then.
            if (state >= 0 && state < row.Count && row[state].Length > 0 && row[state] != "confirmed")
                continue;
            if (Mailbox.TryParse(At(row, address), At(row, name), out var mailbox, out var why))
                readers.Add((mailbox, Moment(At(row, confirmed))));
            else
                mistakes.Add($"line {line}: {why.Sentence}");
        }
        return (readers, mistakes);

        static string At(List<string> row, int column) =>
            column >= 0 && column < row.Count ? row[column] : "";
    }

    private static string At(DateTimeOffset? moment) =>
        moment?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : null;

    /// <summary>Quoted where it must be; a text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t')
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static IEnumerable<(List<string> Row, int Line)> Rows(string text)
    {
        var (row, cell, quoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n')
                line++;
            if (quoted && i < text.Length)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
                quoted = true;
            else if (c is ',' or '\n')
            {
                row.Add(Unescaped(cell.ToString()));
                cell.Clear();
                if (c != '\n')
                    continue;
                if (row.Exists(value => value.Length > 0))
                    yield return (row, start);
                (row, start) = ([], line);
            }
            else if (c is not ('\r' or '\uFEFF'))
                cell.Append(c);
        }
    }

    private static string Unescaped(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' or '\t' ? cell[1..] : cell;
}
