using System.Text;

namespace Chancery.Language.Names;

/// <summary>Names compared as readers compare them: case, accents, full stops and apostrophes of acronyms do not count.</summary>
internal static class Fold
{
    public static string Of(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is '.' or '\u00AD')
            {
                continue;
            }
            folded.Append(
                char.IsWhiteSpace(c) ? ' '
                : c == '\u2019' ? '\''
                : Letter(char.ToLowerInvariant(c))
            );
        }
        return folded.ToString();
    }

    /// <summary>The letter without its accent: the Latin ranges of Unicode are laid out so that a table is short.</summary>
    private static char Letter(char c)
    {
        if (c < '\u00C0' || c > '\u017F')
        {
            return c;
        }
        const string latin1 = "aaaaaaaceeeeiiiidnooooo×ouuuuypsaaaaaaaceeeeiiiidnooooo÷ouuuuypy";
        const string extended =
            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
        return c < '\u0100' ? latin1[c - '\u00C0'] : extended[c - '\u0100'];
    }
}
