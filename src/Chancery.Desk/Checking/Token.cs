namespace Chancery.Desk.Checking;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>One word, number or mark of a text.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Folded">Lower case, without accents and full points: what words are compared by.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Joined">True where nothing stands between it and the token before ("five" of "twenty-five", "n't").</param>
internal readonly record struct Token(int Start, string Text, string Folded, TokenKind Kind, bool Joined)
{
    public int End => Start + Text.Length;

    public bool Capital => Kind == TokenKind.Word && char.IsUpper(Text[0]);

    public bool Is(char mark) => Kind == TokenKind.Mark && Text[0] == mark;
}
