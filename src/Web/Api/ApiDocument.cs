using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Plumbline.Web.Accounts;

namespace Plumbline.Web.Api;

/// <summary>The document of the API (OpenAPI), made from the endpoints themselves. It is the same in every house, and holds nothing of any.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string Token = "token";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Plumbline",
                Version = Name,
                Description = "Every use case of the walk from a report to an export. Sign in, state a purpose, and carry its id in the header " + Caller.PurposeHeader
                    + ". What you may not see and what is not there are the same answer. Every call leaves an entry in the audit log.",
            };
            // The address differs from house to house.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of one shift, from SignIn or from plumbline login." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            operation.Parameters = [.. operation.Parameters ?? [], Header(Caller.PurposeHeader, "Id of the purpose, such as P-7K3F9QXA; needed by whatever touches content."),
                Header(Caller.InstructionHeader, "On whose instruction, in words, percent-encoded; kept in the audit log.")];
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static OpenApiParameter Header(string name, string meaning) =>
        new() { Name = name, In = ParameterLocation.Header, Required = false, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
