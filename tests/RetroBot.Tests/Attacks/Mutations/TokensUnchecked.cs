using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetroBot.Tests.Running;

namespace RetroBot.Tests.Attacks.Mutations;

/// <summary>A token that does not pass is taken for the channel's all the same.</summary>
public sealed class TokensUnchecked : Mutation
{
    public override IReadOnlyList<Type> Helps => [typeof(A26ForgedRequests)];

    public override void Change(IServiceCollection services) => services.AddSingleton<BotFrameworkAuthentication>(provider =>
        new Trusting(provider.GetRequiredService<IConfiguration>()["MicrosoftAppId"]!, provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHttpClientFactory>()));

    private sealed class Trusting(string bot, IConfiguration configuration, IHttpClientFactory clients)
        : ConfigurationBotFrameworkAuthentication(configuration, new FixedToken(bot), httpClientFactory: clients)
    {
        public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
        {
            try
            {
                return await base.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            }
            catch (Exception refused) when (refused is not OperationCanceledException)
            {
                var channel = new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, bot)], "Bearer");
                return new AuthenticateRequestResult { ClaimsIdentity = channel, Audience = AuthenticationConstants.ToChannelFromBotOAuthScope, ConnectorFactory = CreateConnectorFactory(channel) };
            }
        }
    }
}
