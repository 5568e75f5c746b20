namespace Chancery.Polishing;

/// <summary>Where a language model answers. There is none by default: nothing of the desk leaves the machine unasked.</summary>
/// <param name="Address">The base of an OpenAI-compatible interface, such as <c>http://localhost:11434/v1</c>.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Key">Sent as a bearer token; null where none is needed. Taken from <c>CHANCERY_MODEL_KEY</c>, never from the command line.</param>
public sealed record ModelOptions(Uri Address, string Model, string? Key = null)
{
    /// <summary>How long one answer may take; 60 seconds by default. After that the plain lines stay.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// From what was asked for and the environment; null where no address was given. <c>CHANCERY_MODEL_ADDRESS</c> and
    /// <c>CHANCERY_MODEL</c> stand in for what the command line leaves out.
    /// </summary>
    /// <exception cref="MisuseException">The address is none, or no model is named.</exception>
    public static ModelOptions? From(string? address, string? model, Func<string, string?> environment)
    {
        address ??= environment("CHANCERY_MODEL_ADDRESS");
        model ??= environment("CHANCERY_MODEL");
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }
        if (
            !Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
        )
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"The model's address must be like http://localhost:11434/v1, not “{address}”."
            );
        }
        return string.IsNullOrWhiteSpace(model)
            ? throw new MisuseException(
                Exit.Unreadable,
                "A model's address needs a model's name: --model, or CHANCERY_MODEL."
            )
            : new ModelOptions(uri, model, environment("CHANCERY_MODEL_KEY"));
    }
}
