using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Builder;

[SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
