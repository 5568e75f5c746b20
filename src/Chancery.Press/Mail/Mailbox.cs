using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press.Mail;

/// <summary>One mail address (RFC 5321 Mailbox) and the name that stands before it.</summary>
/// <remarks>
/// The local part is a dot-string of ASCII, the domain a host name (an internationalised one in its ASCII form, RFC 5890).
/// Quoted local parts, address literals and SMTPUTF8 are refused: no list's reader has one, and each is a way in for
/// whoever wants a second command in our envelope.
/// </remarks>
public sealed class Mailbox
{
    // RFC 5322, 3.2.3.
    private static readonly SearchValues<char> Atext = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~"
    );
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-"
    );
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private Mailbox(string address, string name) => (Address, Name) = (address, name);

    /// <summary>"reader@mail.example": ASCII, its domain in lower case.</summary>
    public string Address { get; }

    /// <summary>As given; empty where there is none.</summary>
    public string Name { get; }

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Equal for addresses that one mailbox answers to: the local part's case is ignored, as every provider does.</summary>
    public string Folded => Address.ToLowerInvariant();

    /// <param name="address">A bare address.</param>
    /// <param name="name">The name to stand before it.</param>
    /// <param name="mailbox">The mailbox, where it is one.</param>
    /// <param name="why">What is wrong with it; the address is not repeated.</param>
    public static bool TryParse(
        string? address,
        string? name,
        [NotNullWhen(true)] out Mailbox? mailbox,
        [NotNullWhen(false)] out Reason? why
    )
    {
        mailbox = null;
        var text = (address ?? "").Trim();
        var at = text.LastIndexOf('@');
        why = null;
        if (at <= 0 || at == text.Length - 1)
            why = Wrong("it has no “@” between a name and a domain");
        else if (!IsDotString(text.AsSpan(0, at)))
            why = Wrong("what stands before the “@” is not letters, digits and the like");
        else if (Host(text[(at + 1)..]) is not { } domain)
            why = Wrong("what stands behind the “@” is no domain");
        // RFC 5321, 4.5.3.1: 64 octets of local part, 256 of path, its angle brackets included.
        else if (at > 64 || at + 1 + domain.Length > 254)
            why = Wrong("it is too long");
        else
            mailbox = new Mailbox($"{text[..at]}@{domain}", (name ?? "").Trim());
        return mailbox is not null;
    }

    private static Reason Wrong(string how) => new("bad-address", $"This is no mail address: {how}.");

    private static bool IsDotString(ReadOnlySpan<char> text)
    {
        foreach (var atom in text.Split('.'))
            if (text[atom].IsEmpty || text[atom].ContainsAnyExcept(Atext))
                return false;
        return true;
    }

    private static string? Host(string text)
    {
        string ascii;
        try
        {
            ascii = Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
        var labels = ascii.Split('.');
        var holds =
            labels.Length > 1
            && labels.All(label =>
                label.Length is > 0 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && !label.AsSpan().ContainsAnyExcept(HostCharacters)
            )
            && labels[^1].Any(char.IsAsciiLetter);
        return holds ? ascii : null;
    }
}
