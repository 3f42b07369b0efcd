namespace Claviger.ShapeGen;

/// <summary>Writes the factories of the errors that models declare.</summary>
internal static class ErrorsEmitter
{
    /// <summary>An error that one model declares and every service has.</summary>
    private const string CommonToAll = "AccessDenied";

    /// <summary>The code that an error has on the wire.</summary>
    public static string Code(ShapeDefinition error) => error.ErrorCode ?? error.Name;

    public static string Emit(IReadOnlyList<ServiceDefinition> services)
    {
        var code = new CodeWriter("Claviger.Aws");
        code.Open("public sealed partial class AwsError");
        bool isFirst = true;
        var errors = services.SelectMany(service => service.Errors, (service, error) => (Service: service, Error: error))
            .Where(e => Code(e.Error) != CommonToAll);
        foreach (var same in errors.GroupBy(e => Code(e.Error)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            (int? Status, bool Fault)[] kinds = [.. same.Select(e => (e.Error.HttpStatus, e.Error.IsSenderFault)).Distinct()];
            if (kinds.Length > 1)
            {
                throw new NotSupportedException($"{same.Key} is not the same in {string.Join(", ", same.Select(e => e.Service.Name))}");
            }

            int status = kinds[0].Status ?? 400;
            if (!isFirst)
            {
                code.Line();
            }

            isFirst = false;
            code.Line($"/// <summary>{status}, of {string.Join(" and ", same.Select(e => e.Service.Name))}.</summary>");
            string fault = kinds[0].Fault ? "" : ", senderFault: false";
            code.Line($"public static AwsError {same.Key}(string message) => new(\"{same.Key}\", {status}, message{fault});");
        }

        return code.Close().ToString();
    }
}
