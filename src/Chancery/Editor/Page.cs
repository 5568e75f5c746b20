using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor;

/// <summary>A Razor component as the answer to a request: rendered once, on the server.</summary>
public static class Page
{
    /// <param name="parameters">An object whose properties are the component's parameters.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Of<T>(object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent => new RazorComponentResult<T>(parameters ?? new { }) { StatusCode = status };

    /// <summary>There is nothing of that name.</summary>
    public static IResult Missing() => Results.StatusCode(StatusCodes.Status404NotFound);
}
