namespace Chancery.Language.Text;

/// <summary>Emoticons: eyes, perhaps a nose, a mouth, and then nothing that belongs to a word.</summary>
internal static class Faces
{
    /// <returns>The length of the emoticon at the head of <paramref name="chunk"/>, or zero.</returns>
    public static int Length(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 2 || chunk[0] is not (':' or ';' or '='))
        {
            return 0;
        }
        var mouth = chunk[1] is '-' or '\'' or 'o' && chunk.Length > 2 ? 2 : 1;
        return
            chunk[mouth] is ')' or '(' or 'D' or 'P' or 'p' or '|' or '*' or ']' or '['
            && (mouth + 1 >= chunk.Length || !Glyphs.InWord(chunk[mouth + 1]))
            && (chunk[0] != '=' || mouth == 2)
            ? mouth + 1
            : 0;
    }
}
