namespace Chancery.Language.Grammar;

/// <summary>Where each universal feature stands in <see cref="Features"/>.</summary>
internal static class FeatureNames
{
    private static readonly (string Name, Type Values)[] Fields =
    [
        (nameof(Tense), typeof(Tense)),
        (nameof(Voice), typeof(Voice)),
        (nameof(Number), typeof(Number)),
        (nameof(Polarity), typeof(Polarity)),
        (nameof(Mood), typeof(Mood)),
        (nameof(VerbForm), typeof(VerbForm)),
        (nameof(Person), typeof(Person)),
        (nameof(Case), typeof(Case)),
        (nameof(Gender), typeof(Gender)),
        (nameof(Degree), typeof(Degree)),
        (nameof(PronType), typeof(PronType)),
        (nameof(Definite), typeof(Definite)),
        (nameof(NumType), typeof(NumType)),
    ];

    /// <returns>The field and the value's index in it; a field of -1 where the feature or value is not kept.</returns>
    public static (int Field, int Index) Read(string name, string value)
    {
        switch (name)
        {
            case "Poss":
                return (13, 1);
            case "Reflex":
                return (14, 1);
            case "Person":
                return value is [>= '0' and <= '3'] ? (6, value[0] == '0' ? 4 : value[0] - '0') : (-1, 0);
        }
        var field = Array.FindIndex(Fields, entry => entry.Name == name);
        return field >= 0 && Enum.TryParse(Fields[field].Values, value, out var index)
            ? (field, Convert.ToInt32(index, System.Globalization.CultureInfo.InvariantCulture))
            : (-1, 0);
    }
}
