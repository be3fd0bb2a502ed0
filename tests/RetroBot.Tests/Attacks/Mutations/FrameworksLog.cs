using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>The frameworks log what they like: sizes of requests, and addresses of chats.</summary>
public sealed class FrameworksLog : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A18LinesOfDifferentAnswers), typeof(A19PoisonedText)];

    public override void Change(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options => options.Rules.Clear());
}
