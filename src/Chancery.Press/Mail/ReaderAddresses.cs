using Chancery.Terms;

namespace Chancery.Press.Mail;

/// <summary>The addresses at which the program answers a newsletter's readers; null where the watch names no desk.</summary>
public static class ReaderAddresses
{
    /// <summary>"newsletter/orva/": under the desk's address.</summary>
    public static string PathOf(string watch) => $"newsletter/{Uri.EscapeDataString(watch)}/";

    public static string? SignUp(Watch watch) => At(watch, "");

    public static string? Confirm(Watch watch, string key) => At(watch, $"confirm/{key}");

    /// <summary>The link in the text: opening it is enough.</summary>
    public static string? Leave(Watch watch, string token) => At(watch, $"leave/{token}");

    /// <summary>The address in the header (RFC 8058): a POST is enough, and opening it changes nothing.</summary>
    public static string? OneClick(Watch watch, string token) => At(watch, $"unsubscribe/{token}");

    /// <summary>List-Id (RFC 2919).</summary>
    public static MailList? List(Watch watch) =>
        watch.Press.Mail is { } mail && Mailbox.TryParse(mail.From, null, out var from, out _)
            ? new MailList(
                watch.Name,
                $"{string.Concat(watch.Id.Where(char.IsAsciiLetterOrDigit))}.{from.Domain}"
            )
            : null;

    private static string? At(Watch watch, string rest) =>
        watch.Press.Desk is { } desk ? new Uri(desk, PathOf(watch.Id) + rest).AbsoluteUri : null;
}
