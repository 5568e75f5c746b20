namespace Chancery.Editor.StyleGuide;

/// <summary>Every element of the desk, once.</summary>
internal sealed class StyleGuideScreen : IScreen
{
    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet("/style-guide", () => Page.Of<StyleGuidePage>());
}
